<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AccountButtons</name>
    <message>
        <source>Approve</source>
        <translation>Aprovar</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Mudar o papel</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>Mudar o papel…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Desativar</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Ativar</translation>
    </message>
    <message>
        <source>Logins…</source>
        <translation>Sessões…</translation>
    </message>
    <message>
        <source>Opens your mail program; nobody sees the addresses of the others</source>
        <translation>Abre seu programa de e-mail; ninguém vê os endereços dos outros</translation>
    </message>
    <message>
        <source>They are logged out and cannot log in. This can be taken back.</source>
        <translation>A sessão termina e elas não podem entrar. Dá para desfazer.</translation>
    </message>
    <message>
        <source>Where this account is logged in (Enter)</source>
        <translation>Onde esta conta está com sessão aberta (Enter)</translation>
    </message>
    <message>
        <source>Write a mail…</source>
        <translation>Escrever um e-mail…</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account on {hub}</source>
        <translation>Conta em {hub}</translation>
    </message>
    <message>
        <source>All other windows and devices are logged out.</source>
        <translation>A sessão termina em todas as outras janelas e aparelhos.</translation>
    </message>
    <message>
        <source>An administrator of the hub reads your name and mail address, and lets you in.</source>
        <translation>Quem administra o hub vê seu nome e seu e-mail, e deixa você entrar.</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Mudar sua senha</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>Entrar em {hub}</translation>
    </message>
    <message>
        <source>Register with {hub}</source>
        <translation>Registrar-se em {hub}</translation>
    </message>
    <message>
        <source>With an account you can launch circles on this hub, and join those that ask for one.</source>
        <translation>Com uma conta você pode iniciar rodas neste hub e entrar nas que pedem uma.</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{name} em {hub}</translation>
    </message>
</context>
<context>
    <name>AccountFilters</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln encontrada</numerusform>
            <numerusform>%Ln encontradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln escolhida</numerusform>
            <numerusform>%Ln escolhidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>falta %Ln</numerusform>
            <numerusform>faltam %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Qualquer papel</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Qualquer estado</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Search names and mail addresses</source>
        <translation>Buscar nomes e e-mails</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>carregando…</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>All accounts of the hub…</source>
        <translation>Todas as contas do hub…</translation>
    </message>
    <message>
        <source>An administrator has to approve your account. You need not do anything: the program keeps asking the hub, also after a restart.</source>
        <translation>Alguém que administra o hub precisa aprovar sua conta. Você não precisa fazer nada: o programa continua perguntando ao hub, também depois de reiniciar.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Mudar a senha…</translation>
    </message>
    <message>
        <source>Ends your logins in all windows and on all devices</source>
        <translation>Encerra suas sessões em todas as janelas e aparelhos</translation>
    </message>
    <message>
        <source>Log out everywhere</source>
        <translation>Sair em todo lugar</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>À espera de aprovação</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Administrator</source>
        <translation>Administração</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Condução</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desativada</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Ativa</translation>
    </message>
    <message>
        <source>Log in to launch a circle on this hub.</source>
        <translation>Entre para iniciar uma roda neste hub.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Músico</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>You can join the circles that ask for an account.</source>
        <translation>Você pode entrar nas rodas que pedem uma conta.</translation>
    </message>
    <message>
        <source>You can launch circles on this hub, and join those that ask for an account.</source>
        <translation>Você pode iniciar rodas neste hub e entrar nas que pedem uma conta.</translation>
    </message>
    <message>
        <source>You decide who may play, conduct and administer on this hub.</source>
        <translation>Você decide quem pode tocar, conduzir e administrar neste hub.</translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>last seen</source>
        <translation>última vez</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>role</source>
        <translation>papel</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>{name}, {mail}
registered {time}</source>
        <translation>{name}, {mail}
registro: {time}</translation>
    </message>
</context>
<context>
    <name>AccountsTable</name>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
</context>
<context>
    <name>AdministrationView</name>
    <message>
        <source>Accounts on {hub}</source>
        <translation>Contas em {hub}</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Consultando o hub…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>Nenhuma conta corresponde.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%Ln account(s) disabled.</source>
        <translation>
            <numerusform>%Ln conta desativada.</numerusform>
            <numerusform>%Ln contas desativadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) enabled.</source>
        <translation>
            <numerusform>%Ln conta ativada.</numerusform>
            <numerusform>%Ln contas ativadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may administer.</source>
        <translation>
            <numerusform>%Ln conta pode administrar.</numerusform>
            <numerusform>%Ln contas podem administrar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may conduct.</source>
        <translation>
            <numerusform>%Ln conta pode conduzir.</numerusform>
            <numerusform>%Ln contas podem conduzir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may play.</source>
        <translation>
            <numerusform>%Ln conta pode tocar.</numerusform>
            <numerusform>%Ln contas podem tocar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) restored.</source>
        <translation>
            <numerusform>%Ln conta está como antes.</numerusform>
            <numerusform>%Ln contas estão como antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) set to waiting.</source>
        <translation>
            <numerusform>%Ln conta volta a esperar.</numerusform>
            <numerusform>%Ln contas voltam a esperar.</numerusform>
        </translation>
    </message>
    <message>
        <source>changed the password</source>
        <translation>mudou a senha</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>desativou</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>ativou</translation>
    </message>
    <message>
        <source>ended a login</source>
        <translation>encerrou uma sessão</translation>
    </message>
    <message>
        <source>gave a wrong one-time code</source>
        <translation>deu um código de uso único errado</translation>
    </message>
    <message>
        <source>gave a wrong password</source>
        <translation>deu uma senha errada</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>entrou</translation>
    </message>
    <message>
        <source>logged out everywhere</source>
        <translation>saiu em todo lugar</translation>
    </message>
    <message>
        <source>made a conductor</source>
        <translation>deu a condução</translation>
    </message>
    <message>
        <source>made a player</source>
        <translation>tornou músico</translation>
    </message>
    <message>
        <source>made an administrator</source>
        <translation>deu a administração</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registrou-se</translation>
    </message>
    <message>
        <source>set to waiting</source>
        <translation>pôs em espera</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>account</source>
        <translation>conta</translation>
    </message>
    <message>
        <source>did</source>
        <translation>o que fez</translation>
    </message>
    <message>
        <source>from address</source>
        <translation>de onde</translation>
    </message>
    <message>
        <source>time</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>who</source>
        <translation>quem</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Search for a name, an action or an address</source>
        <translation>Buscar um nome, uma ação ou um endereço</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>Buscar no registro</translation>
    </message>
</context>
<context>
    <name>Banks</name>
    <message>
        <source>A bit of everything</source>
        <translation>Um pouco de tudo</translation>
    </message>
    <message>
        <source>Bells and wood</source>
        <translation>Sinos e madeira</translation>
    </message>
    <message>
        <source>Drum kit</source>
        <translation>Bateria</translation>
    </message>
    <message>
        <source>Hand drums</source>
        <translation>Tambores de mão</translation>
    </message>
    <message>
        <source>Shakers and hands</source>
        <translation>Chocalhos e palmas</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>For an exact result, lay a drum pad on the speaker and turn the volume up until the clicks themselves strike the pad: people tap a little early.</source>
        <translation>Para um resultado exato, encoste um pad na caixa de som e aumente o volume até que os próprios cliques o disparem: pessoas batem um pouco antes.</translation>
    </message>
    <message>
        <source>One more tap</source>
        <translation>falta uma batida</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>Adiantar o som em</translation>
    </message>
    <message>
        <source>Tap along to the clicks</source>
        <translation>Bata junto com os cliques</translation>
    </message>
    <message>
        <source>Tap at least eight times.</source>
        <translation>Bata pelo menos oito vezes.</translation>
    </message>
    <message>
        <source>Tap here, on your drum or on any key</source>
        <translation>Toque aqui, no seu tambor ou em qualquer tecla</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Sincronia</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar isto</translation>
    </message>
    <message>
        <source>Use {ms} ms</source>
        <translation>Usar {ms} ms</translation>
    </message>
    <message>
        <source>With wireless headphones and some speakers you hear everything late. Tap along to the clicks to measure by how much. The circle is silent meanwhile, and does not hear you.</source>
        <translation>Com fones sem fio e algumas caixas você ouve tudo atrasado. Bata junto com os cliques para medir quanto. Enquanto isso a roda fica em silêncio e não ouve você.</translation>
    </message>
    <message>
        <source>You cannot hear the clicks, because there is no sound. {problem}</source>
        <translation>Você não ouve os cliques porque não há som. {problem}</translation>
    </message>
    <message>
        <source>You tap {ms} ms after the clicks (± {spread} ms).</source>
        <translation>Você bate {ms} ms depois dos cliques (± {spread} ms).</translation>
    </message>
    <message>
        <source>You tap {ms} ms before the clicks (± {spread} ms).</source>
        <translation>Você bate {ms} ms antes dos cliques (± {spread} ms).</translation>
    </message>
    <message>
        <source>Your taps are not even yet. Go on tapping with the clicks.</source>
        <translation>Suas batidas ainda não estão regulares. Continue batendo com os cliques.</translation>
    </message>
    <message>
        <source>{n} more taps</source>
        <translation>faltam {n} batidas</translation>
    </message>
</context>
<context>
    <name>ChatLog</name>
    <message>
        <source>Chat so far</source>
        <translation>Conversa até aqui</translation>
    </message>
    <message>
        <source>Nothing said yet. Say hello.</source>
        <translation>Nada dito ainda. Diga olá.</translation>
    </message>
    <message>
        <source>a former member</source>
        <translation>alguém que já saiu</translation>
    </message>
    <message>
        <source>to the conductors</source>
        <translation>à condução</translation>
    </message>
    <message>
        <source>to you alone</source>
        <translation>só para você</translation>
    </message>
    <message>
        <source>to {name} alone</source>
        <translation>só para {name}</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>Chooses one member to write to</source>
        <translation>Escolhe a quem escrever</translation>
    </message>
    <message>
        <source>Conductors</source>
        <translation>Condução</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Message to everyone</source>
        <translation>Mensagem a todos</translation>
    </message>
    <message>
        <source>Message to the conductors</source>
        <translation>Mensagem à condução</translation>
    </message>
    <message>
        <source>Message to {name} alone</source>
        <translation>Mensagem só a {name}</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>restam {count}</translation>
    </message>
</context>
<context>
    <name>Circle</name>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connected, {ms} ms</source>
        <translation>Conectado, {ms} ms</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sem conexão</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>Esperando entrar</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>Follow the MIDI clock: its tempo becomes the circle&apos;s, at most every four seconds</source>
        <translation>Seguir o clock MIDI: o andamento dele passa a ser o do círculo, no máximo a cada quatro segundos</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>MIDI clock: none arrives</source>
        <translation>Clock MIDI: nenhum chega</translation>
    </message>
    <message>
        <source>MIDI clock: {bpm} bpm</source>
        <translation>Clock MIDI: {bpm} bpm</translation>
    </message>
    <message>
        <source>Use the tempo of the MIDI clock</source>
        <translation>Usar o andamento do clock MIDI</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
</context>
<context>
    <name>ConductCard</name>
    <message>
        <source>A conductor&apos;s invite</source>
        <translation>Um convite para conduzir</translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>Tempos de um ciclo</translation>
    </message>
    <message>
        <source>Conduct there</source>
        <translation>Conduzir lá</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Conduzir</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Condução</translation>
    </message>
    <message>
        <source>Cycles until a stroke comes round</source>
        <translation>Ciclos até um toque voltar</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Roda de tambores</translation>
    </message>
    <message>
        <source>Everybody who finds it on the hub may play. Otherwise it takes an invite.</source>
        <translation>Quem a encontrar no hub pode tocar. Senão é preciso um convite.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Convite</translation>
    </message>
    <message>
        <source>Launch the circle</source>
        <translation>Criar a roda</translation>
    </message>
    <message>
        <source>Name of the circle</source>
        <translation>Nome da roda</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Neste computador</translation>
    </message>
    <message>
        <source>On this computer, listed on {hub}</source>
        <translation>Neste computador, anunciada em {hub}</translation>
    </message>
    <message>
        <source>On {hub}</source>
        <translation>Em {hub}</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Aberta a todos</translation>
    </message>
    <message>
        <source>Or conduct a circle on another computer:</source>
        <translation>Ou conduza uma roda em outro computador:</translation>
    </message>
    <message>
        <source>TCP port that players connect to; 0: any free one</source>
        <translation>Porta TCP em que as pessoas se conectam; 0: qualquer uma livre</translation>
    </message>
    <message>
        <source>Tempo in beats per minute</source>
        <translation>Andamento em batidas por minuto</translation>
    </message>
    <message>
        <source>The circle runs on the hub: everybody can reach it, and you may leave and come back.</source>
        <translation>A roda funciona no hub: todos chegam a ela, e você pode sair e voltar.</translation>
    </message>
    <message>
        <source>The circle runs on this computer. You start it, set the tempo and lead the players.</source>
        <translation>A roda funciona neste computador. Você a inicia, marca o andamento e guia o grupo.</translation>
    </message>
    <message>
        <source>Where the circle runs</source>
        <translation>Onde a roda funciona</translation>
    </message>
    <message>
        <source>Your circles on hubs</source>
        <translation>Suas rodas em hubs</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>tempos</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>ciclo</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>ciclos</translation>
    </message>
    <message>
        <source>port</source>
        <translation>porta</translation>
    </message>
</context>
<context>
    <name>ConductorHeader</name>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n músico</numerusform>
            <numerusform>%n músicos</numerusform>
        </translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>Tempos de um ciclo</translation>
    </message>
    <message>
        <source>Close this window and play on (Ctrl+W)</source>
        <translation>Fechar esta janela e continuar tocando (Ctrl+W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Cycles in a period, one turn of the ring</source>
        <translation>Ciclos de um período, uma volta do anel</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Roda de tambores</translation>
    </message>
    <message>
        <source>End the circle (Ctrl+W)</source>
        <translation>Encerrar a roda (Ctrl+W)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Convidar</translation>
    </message>
    <message>
        <source>Leave the circle, which goes on (Ctrl+W)</source>
        <translation>Sair da roda, que continua (Ctrl+W)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Music in the rooms of a house, from this circle&apos;s first beat (Ctrl+M)</source>
        <translation>Música nas salas de uma casa, desde o primeiro tempo desta roda (Ctrl+M)</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Sem gravar</translation>
    </message>
    <message>
        <source>On the next cycle&apos;s first beat (Ctrl+Enter)</source>
        <translation>No primeiro tempo do próximo ciclo (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Rec</source>
        <translation>Rec</translation>
    </message>
    <message>
        <source>Record (Ctrl+R)</source>
        <translation>Gravar (Ctrl+R)</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Gravando</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando</translation>
    </message>
    <message>
        <source>Tempo, from 30 to 400 beats per minute: type, or use the arrow keys</source>
        <translation>Andamento, de 30 a 400 batidas por minuto: digite ou use as setas</translation>
    </message>
    <message>
        <source>The circle is being recorded (Ctrl+R stops that)</source>
        <translation>A roda está sendo gravada (Ctrl+R encerra)</translation>
    </message>
    <message>
        <source>The invite as a link and a picture (Ctrl+I)</source>
        <translation>O convite como link e como imagem (Ctrl+I)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Your own pads, sound device and volumes (Ctrl+U)</source>
        <translation>Seus pads, seu dispositivo de som e seus volumes (Ctrl+U)</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>tempos</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>ciclo</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>ciclos</translation>
    </message>
    <message>
        <source>s until it comes round</source>
        <translation>s até voltar</translation>
    </message>
    <message>
        <source>{players} · on {host}</source>
        <translation>{players} · em {host}</translation>
    </message>
    <message>
        <source>{players} · port {port}</source>
        <translation>{players} · porta {port}</translation>
    </message>
    <message>
        <source>○ Rec</source>
        <translation>○ Rec</translation>
    </message>
    <message>
        <source>● Rec</source>
        <translation>● Rec</translation>
    </message>
</context>
<context>
    <name>ConductorView</name>
    <message>
        <source>Change anyway</source>
        <translation>Mudar assim mesmo</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Make the period longer.</source>
        <translation>Alongue o período.</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Strike them with the mouse, a drum, or the keys written on them</source>
        <translation>Toque com o mouse, um tambor ou as teclas escritas neles</translation>
    </message>
    <message>
        <source>Try {bpm} bpm.</source>
        <translation>Tente {bpm} bpm.</translation>
    </message>
    <message>
        <source>{name}&apos;s network is too slow for this by {s:.1f} s</source>
        <translation>A rede de {name} é {s:.1f} s lenta demais para isto</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>1. Connect the phone to the same network as this computer.
2. Open an MPD client on it, such as M.A.L.P. (Android) or Rigelian (iPhone).
3. Add a server with this host and port:</source>
        <translation>1. Conecte o celular à mesma rede deste computador.
2. Abra nele um cliente MPD, como M.A.L.P. (Android) ou Rigelian (iPhone).
3. Adicione um servidor com este host e esta porta:</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation>Conectar um celular</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>No client can connect: the rooms could not open their port.</source>
        <translation>Nenhum cliente consegue se conectar: as salas não puderam abrir sua porta.</translation>
    </message>
    <message>
        <source>Phones cannot connect yet: the rooms accept connections from this computer only. To change that, write listen = &quot;0.0.0.0:6600&quot; in the rooms&apos; configuration file and open the rooms again.</source>
        <translation>Celulares ainda não conseguem se conectar: as salas só aceitam conexões deste computador. Para mudar isso, escreva listen = &quot;0.0.0.0:6600&quot; no arquivo de configuração das salas e abra as salas de novo.</translation>
    </message>
    <message>
        <source>Programs on this computer can also use localhost:{port}.</source>
        <translation>Programas deste computador também podem usar localhost:{port}.</translation>
    </message>
    <message>
        <source>Programs on this computer connect to:</source>
        <translation>Os programas deste computador se conectam a:</translation>
    </message>
</context>
<context>
    <name>ControlsDialog</name>
    <message>
        <source>1 bpm faster</source>
        <translation>1 bpm mais rápido</translation>
    </message>
    <message>
        <source>1 bpm slower</source>
        <translation>1 bpm mais lento</translation>
    </message>
    <message>
        <source>By which control</source>
        <translation>Por qual controle</translation>
    </message>
    <message>
        <source>Choose what to set, press Learn, and move a fader or press a button of your MIDI controller. A fader takes over when it comes to where the level is. Buttons that are assigned do not play pads.</source>
        <translation>Escolha o que será ajustado, pressione Aprender e mova um fader ou pressione um botão do seu controlador MIDI. Um fader assume quando chega aonde o nível está. Botões atribuídos não tocam pads.</translation>
    </message>
    <message>
        <source>Cue: {word}</source>
        <translation>Sinal: {word}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Faders and buttons</source>
        <translation>Faders e botões</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Latches</source>
        <translation>Com trava</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Move the fader or knob for “{what}”.</source>
        <translation>Mova o fader ou o botão giratório para “{what}”.</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Meus toques</translation>
    </message>
    <message>
        <source>Press the button for “{what}”, and let it go.</source>
        <translation>Pressione o botão para “{what}” e solte-o.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>Iniciar ou parar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Parar de aprender</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Tempo, 60 to 187 bpm</source>
        <translation>Andamento, de 60 a 187 bpm</translation>
    </message>
    <message>
        <source>The button stays down: it sends “on” with one press and “off” with the next. Each press counts.</source>
        <translation>O botão fica abaixado: envia “ligado” com um toque e “desligado” com o seguinte. Cada toque conta.</translation>
    </message>
    <message>
        <source>What MIDI controls set</source>
        <translation>O que os controles MIDI ajustam</translation>
    </message>
    <message>
        <source>What is set</source>
        <translation>O que é ajustado</translation>
    </message>
    <message>
        <source>{name}: level</source>
        <translation>{name}: nível</translation>
    </message>
    <message>
        <source>{name}: mute</source>
        <translation>{name}: mudo</translation>
    </message>
    <message>
        <source>{name}: solo</source>
        <translation>{name}: solo</translation>
    </message>
    <message>
        <source>{port}: controller {number}, channel {channel}</source>
        <translation>{port}: controlador {number}, canal {channel}</translation>
    </message>
    <message>
        <source>{port}: note {number}, channel {channel}</source>
        <translation>{port}: nota {number}, canal {channel}</translation>
    </message>
    <message>
        <source>{port}: pitch bend, channel {channel}</source>
        <translation>{port}: pitch bend, canal {channel}</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Copiar: {what}</translation>
    </message>
</context>
<context>
    <name>CueBar</name>
    <message>
        <source>All cues with their keys, and your own words</source>
        <translation>Todos os sinais com suas teclas, e suas próprias palavras</translation>
    </message>
    <message>
        <source>Cue in your own words</source>
        <translation>Sinal com suas próprias palavras</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>For whom the next cues are</source>
        <translation>Para quem são os próximos sinais</translation>
    </message>
    <message>
        <source>Hands off the drums</source>
        <translation>Mãos fora dos tambores</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>Imite</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escute</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Mais forte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>One more cycle, then stop</source>
        <translation>Mais um ciclo e paramos</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Só você</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Outra…</translation>
    </message>
    <message>
        <source>Own word</source>
        <translation>Palavra própria</translation>
    </message>
    <message>
        <source>Play back what you heard</source>
        <translation>Repita o que ouviu</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Mais suave</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Obrigado</translation>
    </message>
    <message>
        <source>That was beautiful</source>
        <translation>Foi lindo</translation>
    </message>
    <message>
        <source>The others listen</source>
        <translation>Os outros escutam</translation>
    </message>
    <message>
        <source>To everybody</source>
        <translation>A todos</translation>
    </message>
    <message>
        <source>To {who}</source>
        <translation>A {who}</translation>
    </message>
    <message>
        <source>With the next cycle</source>
        <translation>Com o próximo ciclo</translation>
    </message>
    <message>
        <source>Your own word</source>
        <translation>Sua própria palavra</translation>
    </message>
</context>
<context>
    <name>CycleBars</name>
    <message>
        <source>How tight the last cycles were</source>
        <translation>Quão juntos foram os últimos ciclos</translation>
    </message>
    <message>
        <source>{latest}. The lower a bar, the tighter its cycle.</source>
        <translation>{latest}. Quanto mais baixa a barra, mais junto o ciclo.</translation>
    </message>
</context>
<context>
    <name>CycleList</name>
    <message>
        <source>Cycles</source>
        <translation>Ciclos</translation>
    </message>
</context>
<context>
    <name>CycleModel</name>
    <message>
        <source>Cycle {number}, at {time}</source>
        <translation>Ciclo {number}, em {time}</translation>
    </message>
</context>
<context>
    <name>CyclePicture</name>
    <message>
        <source>Picture of the chosen cycle</source>
        <translation>Imagem do ciclo escolhido</translation>
    </message>
</context>
<context>
    <name>DeputyWindow</name>
    <message>
        <source>Conduct</source>
        <translation>Conduzir</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>No MIDI drum can be played.</source>
        <translation>Nenhum tambor MIDI pode ser tocado.</translation>
    </message>
    <message>
        <source>Nothing is sent by MIDI.</source>
        <translation>Nada é enviado por MIDI.</translation>
    </message>
    <message>
        <source>You play without sound.</source>
        <translation>Você toca sem som.</translation>
    </message>
    <message>
        <source>Your drum is not heard.</source>
        <translation>Seu tambor não é ouvido.</translation>
    </message>
    <message>
        <source>Your kit is not complete.</source>
        <translation>Seu kit não está completo.</translation>
    </message>
</context>
<context>
    <name>DownbeatStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cycle to start with</source>
        <translation>Ciclo com que começar</translation>
    </message>
    <message>
        <source>Downbeat</source>
        <translation>Primeiro tempo</translation>
    </message>
    <message>
        <source>Give the circle the song&apos;s tempo, doubled or halved if that is nearer</source>
        <translation>Dá à roda o andamento da música, dobrado ou pela metade se ficar mais perto</translation>
    </message>
    <message>
        <source>Press on each beat of the music, at least four times</source>
        <translation>Aperte em cada tempo da música, pelo menos quatro vezes</translation>
    </message>
    <message>
        <source>Select a song in the queue to start it on a cycle&apos;s first beat</source>
        <translation>Escolha uma música da fila para começá-la no primeiro tempo de um ciclo</translation>
    </message>
    <message>
        <source>Set circle to {bpm:.1f} bpm</source>
        <translation>Pôr a roda em {bpm:.1f} bpm</translation>
    </message>
    <message>
        <source>Set the tempo</source>
        <translation>Definir o andamento</translation>
    </message>
    <message>
        <source>Start with it</source>
        <translation>Começar com ele</translation>
    </message>
    <message>
        <source>Start “{song}” with a cycle:</source>
        <translation>Começar “{song}” com um ciclo:</translation>
    </message>
    <message>
        <source>Tap tempo</source>
        <translation>Marcar andamento</translation>
    </message>
    <message numerus="yes">
        <source>in %n cycle(s), {s:.1f} s</source>
        <translation>
            <numerusform>em %n ciclo, {s:.1f} s</numerusform>
            <numerusform>em %n ciclos, {s:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>the next, {s:.1f} s</source>
        <translation>o próximo, {s:.1f} s</translation>
    </message>
    <message>
        <source>“{song}” starts in {s:.1f} s</source>
        <translation>“{song}” começa em {s:.1f} s</translation>
    </message>
</context>
<context>
    <name>DrumNotesDialog</name>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Enter the note numbers of your drum module, where they are not those of General MIDI.</source>
        <translation>Digite os números das notas do seu módulo de bateria onde não são os do General MIDI.</translation>
    </message>
    <message>
        <source>General MIDI</source>
        <translation>General MIDI</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Notas dos tambores</translation>
    </message>
</context>
<context>
    <name>DrumSetup</name>
    <message>
        <source>Kit…</source>
        <translation>Kit…</translation>
    </message>
    <message>
        <source>MIDI output…</source>
        <translation>Saída MIDI…</translation>
    </message>
    <message>
        <source>MIDI pads…</source>
        <translation>Pads MIDI…</translation>
    </message>
    <message>
        <source>Microphone…</source>
        <translation>Mic…</translation>
    </message>
    <message>
        <source>Pads…</source>
        <translation>Pads…</translation>
    </message>
</context>
<context>
    <name>EmptyCircle</name>
    <message>
        <source>Copy the invite</source>
        <translation>Copiar o convite</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Ainda não há ninguém</translation>
    </message>
    <message>
        <source>Send this invite to your players: they paste it under Join, or scan it.</source>
        <translation>Envie este convite ao grupo: eles o colam em Participar ou o escaneiam.</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End it</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>End the circle while 1 player is in it?</source>
        <translation>Encerrar a roda com 1 pessoa nela?</translation>
    </message>
    <message>
        <source>End the circle while {n} players are in it?</source>
        <translation>Encerrar a roda com {n} pessoas nela?</translation>
    </message>
    <message>
        <source>End the circle</source>
        <translation>Encerrar a roda</translation>
    </message>
    <message>
        <source>It ends for everybody: the server of this circle runs in this window.</source>
        <translation>Ela termina para todos: o servidor desta roda funciona nesta janela.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>By invite</source>
        <translation>Com convite</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Everybody who finds the circle can come in.</source>
        <translation>Quem encontrar a roda pode entrar.</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Bater</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberta</translation>
    </message>
    <message>
        <source>Players need an invite from you.</source>
        <translation>É preciso um convite seu.</translation>
    </message>
    <message>
        <source>Players who have an account on the hub can come in, under the account&apos;s name.</source>
        <translation>Quem tem conta no hub pode entrar, com o nome da conta.</translation>
    </message>
    <message>
        <source>Players with an invite come straight in. Others knock, and you decide.</source>
        <translation>Quem tem convite entra direto. Os outros batem à porta, e você decide.</translation>
    </message>
    <message>
        <source>With an account</source>
        <translation>Com conta</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>até {time}</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>sem fim</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>10 minutes</source>
        <translation>10 minutos</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Mudar…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Copiar: {what}</translation>
    </message>
    <message>
        <source>How long {name} cannot come back</source>
        <translation>Por quanto tempo {name} não pode voltar</translation>
    </message>
    <message>
        <source>Invite {number}</source>
        <translation>Convite {number}</translation>
    </message>
    <message>
        <source>Invites without a limit</source>
        <translation>Convites sem limite</translation>
    </message>
    <message>
        <source>Let {name} come back</source>
        <translation>Deixar {name} voltar</translation>
    </message>
    <message>
        <source>Limited invites</source>
        <translation>Convites limitados</translation>
    </message>
    <message>
        <source>Nobody. Players whom you remove are listed here.</source>
        <translation>Ninguém. Quem você remover aparece aqui.</translation>
    </message>
    <message>
        <source>Removed players</source>
        <translation>Pessoas removidas</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Revoke: {what}</source>
        <translation>Anular: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Quem pode entrar</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>um dia</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>uma semana</translation>
    </message>
    <message>
        <source>account {name}</source>
        <translation>conta {name}</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>para sempre</translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>não vale mais</translation>
    </message>
    <message>
        <source>{used} joined</source>
        <translation>{used} entraram</translation>
    </message>
    <message>
        <source>{used} of {uses} joined</source>
        <translation>{used} de {uses} entraram</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Entry: {policy}</source>
        <translation>Entrada: {policy}</translation>
    </message>
    <message>
        <source>Who may come in, limited invites, removed players (Ctrl+D)</source>
        <translation>Quem pode entrar, convites limitados, pessoas removidas (Ctrl+D)</translation>
    </message>
    <message>
        <source>Who may come in…</source>
        <translation>Quem pode entrar…</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Folders and songs</source>
        <translation>Pastas e músicas</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Folder {name}</source>
        <translation>Pasta {name}</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events and corrections</source>
        <translation>Eventos e correções</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>A song that a room lacks cannot play there. Compare the libraries to find such songs.</source>
        <translation>Uma música que falta numa sala não pode tocar lá. Compare as bibliotecas para achar essas músicas.</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Todas as salas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Compare the libraries</source>
        <translation>Comparar as bibliotecas</translation>
    </message>
    <message>
        <source>Compared: {rooms}.</source>
        <translation>Comparadas: {rooms}.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Files have been uploaded since. Compare again to see what is still missing.</source>
        <translation>Desde então foram enviados arquivos. Compare de novo para ver o que ainda falta.</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Arquivos…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>Libraries and uploads</source>
        <translation>Bibliotecas e envios</translation>
    </message>
    <message>
        <source>No uploads to {rooms}: enter the music folder there (Edit).</source>
        <translation>Sem envios para {rooms}: informe lá a pasta de música (Editar).</translation>
    </message>
    <message>
        <source>Rooms to upload to</source>
        <translation>Salas para as quais enviar</translation>
    </message>
    <message>
        <source>These rooms have the same songs: {rooms}.</source>
        <translation>Estas salas têm as mesmas músicas: {rooms}.</translation>
    </message>
    <message>
        <source>Upload the missing</source>
        <translation>Enviar o que falta</translation>
    </message>
    <message>
        <source>Upload to</source>
        <translation>Enviar para</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>on this network</source>
        <translation>nesta rede</translation>
    </message>
</context>
<context>
    <name>FoundCirclesList</name>
    <message numerus="yes">
        <source>%Ln playing</source>
        <translation>
            <numerusform>%Ln tocando</numerusform>
            <numerusform>%Ln tocando</numerusform>
        </translation>
    </message>
    <message>
        <source>Circles that you can join</source>
        <translation>Rodas de que você pode participar</translation>
    </message>
    <message>
        <source>knock</source>
        <translation>bater</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberta</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>with an account</source>
        <translation>com conta</translation>
    </message>
    <message>
        <source>with an invite</source>
        <translation>com convite</translation>
    </message>
    <message>
        <source>{0:,.0f} ms</source>
        <translation>{0:,.0f} ms</translation>
    </message>
    <message>
        <source>{bpm:g} bpm</source>
        <translation>{bpm:g} bpm</translation>
    </message>
</context>
<context>
    <name>FoundCirclesPanel</name>
    <message>
        <source>A hub hosts and lists circles. Its owner gives you its address.</source>
        <translation>Um hub hospeda e anuncia rodas. Quem cuida dele dá o endereço a você.</translation>
    </message>
    <message>
        <source>Add a hub…</source>
        <translation>Adicionar um hub…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: search for them.</source>
        <translation>
            <numerusform>E mais %Ln: procure por ela.</numerusform>
            <numerusform>E mais %Ln: procure por elas.</numerusform>
        </translation>
    </message>
    <message>
        <source>No circle matches.</source>
        <translation>Nenhuma roda corresponde.</translation>
    </message>
    <message>
        <source>Search for circles</source>
        <translation>Procurar rodas</translation>
    </message>
    <message>
        <source>The hub&apos;s address or link</source>
        <translation>O endereço ou link do hub</translation>
    </message>
</context>
<context>
    <name>GrooveDialog</name>
    <message>
        <source>Beats</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>Choose a groove</source>
        <translation>Escolher um groove</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Groove</source>
        <translation>Groove</translation>
    </message>
    <message>
        <source>Grooves</source>
        <translation>Grooves</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Ouvir</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Open a groove</source>
        <translation>Abrir um groove</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>Guia simples</translation>
    </message>
    <message>
        <source>Save the groove</source>
        <translation>Salvar o groove</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Send to all</source>
        <translation>Enviar a todos</translation>
    </message>
    <message>
        <source>Steps in a beat</source>
        <translation>Passos por tempo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Swing</translation>
    </message>
    <message>
        <source>groove</source>
        <translation>groove</translation>
    </message>
</context>
<context>
    <name>GrooveGrid</name>
    <message>
        <source>Bass</source>
        <translation>Baixo</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clique</translation>
    </message>
    <message>
        <source>Clicks make a note, an accent, a soft note, none. The wheel on a bass note, or + and -, changes its pitch. Keys: arrows and Space. The pickup sounds once, before a start.</source>
        <translation>Os cliques põem uma nota, um acento, uma nota suave, nenhuma. A roda do mouse sobre uma nota de baixo, ou + e -, muda a altura dela. Teclas: setas e Espaço. A anacruse soa uma vez, antes de começar.</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>Tambor grave</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message>
        <source>accent</source>
        <translation>acento</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>anacruse</translation>
    </message>
    <message>
        <source>soft note</source>
        <translation>nota suave</translation>
    </message>
    <message>
        <source>{voice}, beat {beat}, step {step}: {what}</source>
        <translation>{voice}, tempo {beat}, passo {step}: {what}</translation>
    </message>
</context>
<context>
    <name>GroupVolume</name>
    <message>
        <source>Volume of all rooms</source>
        <translation>Volume de todas as salas</translation>
    </message>
    <message>
        <source>Volume of all rooms; change one room&apos;s in the table</source>
        <translation>Volume de todas as salas; o de uma sala se muda na tabela</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Páginas do guia</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message numerus="yes">
        <source>%n stroke(s) of the last minute reached you too late.</source>
        <translation>
            <numerusform>%n toque do último minuto chegou tarde a você.</numerusform>
            <numerusform>%n toques do último minuto chegaram tarde a você.</numerusform>
        </translation>
    </message>
    <message>
        <source>A slower tempo or a longer period helps: ask for it in the chat.</source>
        <translation>Um andamento mais lento ou um período mais longo ajuda: peça na conversa.</translation>
    </message>
    <message>
        <source>Ask the conductor in the chat.</source>
        <translation>Pergunte na conversa a quem conduz.</translation>
    </message>
    <message>
        <source>Choose a device under Sound.</source>
        <translation>Escolha um dispositivo em Som.</translation>
    </message>
    <message>
        <source>Everything sounds one turn of the ring after it was played.</source>
        <translation>Tudo soa uma volta do anel depois de tocado.</translation>
    </message>
    <message>
        <source>Hear everyone</source>
        <translation>Ouvir todos</translation>
    </message>
    <message>
        <source>In your mixer, only these are heard: {text}.</source>
        <translation>No seu mixer só se ouve: {text}.</translation>
    </message>
    <message>
        <source>It begins with your first stroke, or when you choose a device under Sound.</source>
        <translation>Ele começa com seu primeiro toque, ou quando você escolhe um dispositivo em Som.</translation>
    </message>
    <message>
        <source>Leave this page and join again with the invite. {text}</source>
        <translation>Saia desta página e entre de novo com o convite. {text}</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a long way.</source>
        <translation>As mensagens levam {ms} ms até o servidor e de volta: caminho longo.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a short way.</source>
        <translation>As mensagens levam {ms} ms até o servidor e de volta: caminho curto.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a usual way.</source>
        <translation>As mensagens levam {ms} ms até o servidor e de volta: caminho normal.</translation>
    </message>
    <message>
        <source>Move the slider Everything to the right.</source>
        <translation>Mova o controle Tudo para a direita.</translation>
    </message>
    <message>
        <source>Move the slider Own strokes to the right.</source>
        <translation>Mova o controle Meus toques para a direita.</translation>
    </message>
    <message>
        <source>Play: you hear it again one turn of the ring later.</source>
        <translation>Toque: você ouve de novo uma volta do anel depois.</translation>
    </message>
    <message>
        <source>Press Done in the window Timing.</source>
        <translation>Aperte Pronto na janela Sincronia.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: enough.</source>
        <translation>Os toques chegam {s} s antes de soar: é suficiente.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: that is tight.</source>
        <translation>Os toques chegam {s} s antes de soar: é apertado.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s too late and are left out.</source>
        <translation>Os toques chegam {s} s atrasados e ficam de fora.</translation>
    </message>
    <message>
        <source>That changes in {s} s.</source>
        <translation>Isso muda em {s} s.</translation>
    </message>
    <message>
        <source>That changes when the conductor goes on.</source>
        <translation>Isso muda quando a condução seguir.</translation>
    </message>
    <message>
        <source>That takes about a second. If it takes longer, check your network.</source>
        <translation>Leva cerca de um segundo. Se levar mais, verifique sua rede.</translation>
    </message>
    <message>
        <source>The circle stands still.</source>
        <translation>A roda está parada.</translation>
    </message>
    <message>
        <source>The clock is right to within {ms} ms.</source>
        <translation>O relógio está certo dentro de {ms} ms.</translation>
    </message>
    <message>
        <source>The conductor has set the level of {name} to 0.</source>
        <translation>A condução pôs o nível de {name} em 0.</translation>
    </message>
    <message>
        <source>The conductor has set your level to 0.</source>
        <translation>A condução pôs seu nível em 0.</translation>
    </message>
    <message>
        <source>The connection has not been measured yet.</source>
        <translation>A conexão ainda não foi medida.</translation>
    </message>
    <message>
        <source>The program tries again by itself. Check your network. {text}</source>
        <translation>O programa tenta de novo sozinho. Verifique sua rede. {text}</translation>
    </message>
    <message>
        <source>The volume of your own strokes is 0.</source>
        <translation>O volume dos seus próprios toques é 0.</translation>
    </message>
    <message>
        <source>The volume of {name} in your mixer is 0.</source>
        <translation>O volume de {name} no seu mixer é 0.</translation>
    </message>
    <message>
        <source>There is nothing to hear until {name} plays.</source>
        <translation>Não há o que ouvir até {name} tocar.</translation>
    </message>
    <message>
        <source>Timing is being measured: only its clicks sound.</source>
        <translation>A sincronia está sendo medida: só os cliques soam.</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players and press M.</source>
        <translation>Para desfazer, escolha o nome na lista e aperte M.</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players, then More, Level for all.</source>
        <translation>Para desfazer, escolha o nome na lista e depois Mais, Nível para todos.</translation>
    </message>
    <message>
        <source>Turn up</source>
        <translation>Aumentar</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Reativar som</translation>
    </message>
    <message>
        <source>Use a cable instead of wireless, and stop downloads. A longer period helps too.</source>
        <translation>Use um cabo em vez de sem fio e pare os downloads. Um período mais longo também ajuda.</translation>
    </message>
    <message>
        <source>Wait until the conductor starts it.</source>
        <translation>Espere a condução iniciar.</translation>
    </message>
    <message>
        <source>Wait until you are connected. {text}</source>
        <translation>Espere até estar conectado. {text}</translation>
    </message>
    <message>
        <source>You are muted for everyone.</source>
        <translation>Você está em silêncio para todos.</translation>
    </message>
    <message>
        <source>You are not in the circle any more.</source>
        <translation>Você não está mais na roda.</translation>
    </message>
    <message>
        <source>You are not in the circle yet.</source>
        <translation>Você ainda não está na roda.</translation>
    </message>
    <message>
        <source>You have muted {name} in your mixer.</source>
        <translation>Você silenciou {name} no seu mixer.</translation>
    </message>
    <message>
        <source>You have no sound.</source>
        <translation>Você está sem som.</translation>
    </message>
    <message>
        <source>You have not played yet.</source>
        <translation>Você ainda não tocou.</translation>
    </message>
    <message>
        <source>You last played {s} s ago.</source>
        <translation>Você tocou pela última vez há {s} s.</translation>
    </message>
    <message>
        <source>You will hear yourself in {s} s.</source>
        <translation>Você vai se ouvir em {s} s.</translation>
    </message>
    <message>
        <source>You will hear {name} in {s} s.</source>
        <translation>Você vai ouvir {name} em {s} s.</translation>
    </message>
    <message>
        <source>Your connection is lost.</source>
        <translation>Sua conexão caiu.</translation>
    </message>
    <message>
        <source>Something is wrong with your drum.</source>
        <translation>Há algo errado com seu tambor.</translation>
    </message>
    <message>
        <source>Your program does not know the circle&apos;s time yet.</source>
        <translation>Seu programa ainda não conhece o tempo da roda.</translation>
    </message>
    <message>
        <source>Your sound is not on yet.</source>
        <translation>Seu som ainda não está ligado.</translation>
    </message>
    <message>
        <source>Your volume is 0.</source>
        <translation>Seu volume é 0.</translation>
    </message>
    <message>
        <source>{name} conducts and has not played.</source>
        <translation>{name} conduz e não tocou.</translation>
    </message>
    <message>
        <source>{name} has left the circle.</source>
        <translation>{name} saiu da roda.</translation>
    </message>
    <message>
        <source>{name} has not played yet.</source>
        <translation>{name} ainda não tocou.</translation>
    </message>
    <message>
        <source>{name} is muted for everyone.</source>
        <translation>{name} está em silêncio para todos.</translation>
    </message>
    <message>
        <source>{name} last played {s} s ago.</source>
        <translation>{name} tocou pela última vez há {s} s.</translation>
    </message>
    <message>
        <source>{name}&apos;s connection is lost.</source>
        <translation>A conexão de {name} caiu.</translation>
    </message>
    <message>
        <source>{name}&apos;s program tries again by itself. You need not do anything.</source>
        <translation>O programa de {name} tenta de novo sozinho. Você não precisa fazer nada.</translation>
    </message>
    <message>
        <source>{name}&apos;s strokes arrive {s} s too late.</source>
        <translation>Os toques de {name} chegam {s} s atrasados.</translation>
    </message>
    <message>
        <source>{text}: all strokes are kept for later.</source>
        <translation>{text}: todos os toques ficam guardados para depois.</translation>
    </message>
    <message>
        <source>{text}: nobody hears what you played now, or only some do.</source>
        <translation>{text}: o que você tocou agora ninguém ouve, ou só alguns.</translation>
    </message>
    <message>
        <source>{text}: what {name} played now sounds for others only, or for none.</source>
        <translation>{text}: o que {name} tocou soa agora só para outros, ou para ninguém.</translation>
    </message>
</context>
<context>
    <name>HearingCard</name>
    <message>
        <source>Do you hear {name}?</source>
        <translation>Você ouve {name}?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>If you hear nothing, turn up your speakers or headphones.</source>
        <translation>Se não ouvir nada, aumente o volume das caixas ou dos fones.</translation>
    </message>
    <message>
        <source>The connection of {name}:</source>
        <translation>A conexão de {name}:</translation>
    </message>
    <message>
        <source>This player</source>
        <translation>Esta pessoa</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Escrever para {name}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escrever</translation>
    </message>
    <message>
        <source>You can hear {name} now.</source>
        <translation>Você pode ouvir {name} agora.</translation>
    </message>
    <message>
        <source>You hear yourself as the others do.</source>
        <translation>Você se ouve como os outros ouvem você.</translation>
    </message>
</context>
<context>
    <name>HubButton</name>
    <message>
        <source>The circle moves to a hub that you know, with its name, tempo and meter</source>
        <translation>A roda muda para um hub que você conhece, com nome, andamento e compasso</translation>
    </message>
    <message>
        <source>Use a hub</source>
        <translation>Usar um hub</translation>
    </message>
</context>
<context>
    <name>HubLine</name>
    <message>
        <source>Account…</source>
        <translation>Conta…</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>Entrar em {hub}</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Waiting: {hub}</source>
        <translation>Em espera: {hub}</translation>
    </message>
    <message>
        <source>Your account on {hub}</source>
        <translation>Sua conta em {hub}</translation>
    </message>
    <message>
        <source>{hub} asks for an account</source>
        <translation>{hub} pede uma conta</translation>
    </message>
    <message>
        <source>{hub}: account</source>
        <translation>{hub}: conta</translation>
    </message>
    <message>
        <source>{hub}: logged in as {name}, {role}</source>
        <translation>{hub}: sessão de {name}, {role}</translation>
    </message>
    <message>
        <source>{hub}: waiting</source>
        <translation>{hub}: em espera</translation>
    </message>
    <message>
        <source>{hub}: {name} waits for approval</source>
        <translation>{hub}: {name} espera aprovação</translation>
    </message>
    <message>
        <source>{hub}: {name}</source>
        <translation>{hub}: {name}</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{name} em {hub}</translation>
    </message>
</context>
<context>
    <name>HubMove</name>
    <message>
        <source>A hub is a computer on the internet that everybody can reach. Its owner gives you its address. The circle moves there with its name, tempo and meter, and gets new invites.</source>
        <translation>Um hub é um computador na internet que todos alcançam. O dono dá o endereço a você. A roda muda para lá com nome, andamento e compasso e recebe novos convites.</translation>
    </message>
    <message>
        <source>Move the circle</source>
        <translation>Mudar a roda</translation>
    </message>
    <message>
        <source>The address or link of a hub</source>
        <translation>Endereço ou link de um hub</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite for conductors</source>
        <translation>Convite para conduzir</translation>
    </message>
    <message>
        <source>Invite for players</source>
        <translation>Convite para tocar</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Convite</translation>
    </message>
    <message>
        <source>Send this to your players</source>
        <translation>Envie isto ao seu grupo</translation>
    </message>
    <message>
        <source>They paste it on the start page under Join, or scan the picture.</source>
        <translation>Eles o colam na página inicial, em Participar, ou escaneiam a imagem.</translation>
    </message>
    <message>
        <source>This one is for people who conduct with you. They can also stop the circle.</source>
        <translation>Este é para quem conduz com você. Também pode parar a roda.</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Circles you were in</source>
        <translation>Rodas em que você esteve</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Convite</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Participar</translation>
    </message>
    <message>
        <source>Paste the invite here</source>
        <translation>Cole o convite aqui</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>Colar o convite</translation>
    </message>
    <message>
        <source>Play along with pads, keys or a MIDI kit. Paste the invite, or choose a circle.</source>
        <translation>Toque com pads, teclas ou um kit MIDI. Cole o convite ou escolha uma roda.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Músico</translation>
    </message>
    <message>
        <source>Remove the selected circle from this list (Delete)</source>
        <translation>Remover da lista a roda escolhida (Del)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
    <message>
        <source>“{circle}” takes an invite: ask its conductor, and paste it here.</source>
        <translation>“{circle}” pede convite: peça a quem conduz e cole aqui.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Computer keys</source>
        <translation>Teclas do computador</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Each key plays its own pad</source>
        <translation>Cada tecla toca seu próprio pad</translation>
    </message>
    <message>
        <source>Keys play while this window is in front and you are not typing. They count by their place on the keyboard. With Shift, a stroke is as hard as it can be. Keys 1 to 5 change the bank.</source>
        <translation>As teclas tocam enquanto esta janela está à frente e você não digita texto. O que conta é o lugar delas no teclado. Com Shift, a batida é a mais forte possível. As teclas 1 a 5 trocam o banco.</translation>
    </message>
    <message>
        <source>Three rows: loud, middle, soft</source>
        <translation>Três fileiras: forte, médio, suave</translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message numerus="yes">
        <source>%n sound(s) of its own, {mb} MB. Other pads sound as usual.</source>
        <translation>
            <numerusform>%n som próprio, {mb} MB. Os outros pads soam como sempre.</numerusform>
            <numerusform>%n sons próprios, {mb} MB. Os outros pads soam como sempre.</numerusform>
        </translation>
    </message>
    <message>
        <source>A kit is a folder with sounds and a kit.toml, an SFZ file, or a SoundFont (SF2).</source>
        <translation>Um kit é uma pasta com sons e um kit.toml, um arquivo SFZ ou um SoundFont (SF2).</translation>
    </message>
    <message>
        <source>Built-in sounds</source>
        <translation>Sons incluídos</translation>
    </message>
    <message>
        <source>Choose a kit of your own, or mix one from the built-in sounds.</source>
        <translation>Escolha um kit seu ou misture um com os sons incluídos.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>File of a kit</source>
        <translation>Arquivo de um kit</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Arquivo…</translation>
    </message>
    <message>
        <source>Folder of a kit, with a kit.toml in it</source>
        <translation>Pasta de um kit, com um kit.toml dentro</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Kits</source>
        <translation>Kits</translation>
    </message>
    <message>
        <source>My kit</source>
        <translation>Meu kit</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>Nome da mistura</translation>
    </message>
    <message>
        <source>Save the mix…</source>
        <translation>Salvar a mistura…</translation>
    </message>
    <message>
        <source>Semitones higher, or lower</source>
        <translation>Semitons acima ou abaixo</translation>
    </message>
    <message>
        <source>The kit is being loaded.</source>
        <translation>O kit está sendo carregado.</translation>
    </message>
    <message>
        <source>Your mix</source>
        <translation>Sua mistura</translation>
    </message>
    <message>
        <source>{name}: semitones higher</source>
        <translation>{name}: semitons acima</translation>
    </message>
</context>
<context>
    <name>KitPads</name>
    <message>
        <source>Bank {number}, {name}: which computer key plays what</source>
        <translation>Banco {number}, {name}: que tecla toca o quê</translation>
    </message>
    <message>
        <source>Bank {number}…</source>
        <translation>Banco {number}…</translation>
    </message>
</context>
<context>
    <name>KnockBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Let all in</source>
        <translation>Deixar todos entrar</translation>
    </message>
    <message>
        <source>Players who ask to come in</source>
        <translation>Quem pede para entrar</translation>
    </message>
</context>
<context>
    <name>KnockRow</name>
    <message>
        <source>Decline {name}</source>
        <translation>Recusar {name}</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Recusar</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Deixar entrar</translation>
    </message>
    <message>
        <source>Let {name} in</source>
        <translation>Deixar {name} entrar</translation>
    </message>
    <message>
        <source>The address from which {name} connects</source>
        <translation>O endereço de onde {name} se conecta</translation>
    </message>
    <message>
        <source>{name} asks to come in</source>
        <translation>{name} pede para entrar</translation>
    </message>
</context>
<context>
    <name>LatencyPlot</name>
    <message>
        <source>Latencies</source>
        <translation>Latências</translation>
    </message>
    <message>
        <source>{what} over the last {span} s</source>
        <translation>{what} nos últimos {span} s</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Close anyway</source>
        <translation>Fechar assim mesmo</translation>
    </message>
    <message>
        <source>Close the rooms while music plays?</source>
        <translation>Fechar as salas enquanto toca música?</translation>
    </message>
    <message numerus="yes">
        <source>Close the rooms with %n client(s) connected?</source>
        <translation>
            <numerusform>Fechar as salas com %n cliente conectado?</numerusform>
            <numerusform>Fechar as salas com %n clientes conectados?</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the rooms</source>
        <translation>Fechar as salas</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
    <message>
        <source>The music plays on in each room, but nothing keeps the rooms together. Clients lose their connection.</source>
        <translation>A música continua em cada sala, mas nada as mantém juntas. Os clientes perdem a conexão.</translation>
    </message>
</context>
<context>
    <name>LeaveForQuestion</name>
    <message>
        <source>Leave the circle</source>
        <translation>Sair da roda</translation>
    </message>
    <message>
        <source>Leave this circle, and open the recording “{file}”?</source>
        <translation>Sair desta roda e abrir a gravação “{file}”?</translation>
    </message>
    <message>
        <source>Leave this circle, and see the invite to “{circle}”?</source>
        <translation>Sair desta roda e ver o convite para “{circle}”?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
    <message>
        <source>You have opened a link while you are in a circle.</source>
        <translation>Você abriu um link enquanto está numa roda.</translation>
    </message>
    <message>
        <source>You have opened a recording while you are in a circle.</source>
        <translation>Você abriu uma gravação enquanto está numa roda.</translation>
    </message>
</context>
<context>
    <name>LeaveHubDialog</name>
    <message>
        <source>End it for everybody</source>
        <translation>Encerrar para todos</translation>
    </message>
    <message>
        <source>It runs on the hub. Come back from the start page, where you find it under “Your circles on hubs”. After an hour without anybody it ends.</source>
        <translation>Ela funciona no hub. Volte pela página inicial, onde ela está em “Suas rodas em hubs”. Depois de uma hora sem ninguém, ela termina.</translation>
    </message>
    <message>
        <source>Leave the circle</source>
        <translation>Sair da roda</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Leave, and let the circle go on?</source>
        <translation>Sair e deixar a roda continuar?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
</context>
<context>
    <name>LevelPlot</name>
    <message>
        <source>Level of the microphone over the last seconds, in decibels</source>
        <translation>Nível do microfone nos últimos segundos, em decibéis</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n result(s) for “{text}”</source>
        <translation>
            <numerusform>%n resultado para “{text}”</numerusform>
            <numerusform>%n resultados para “{text}”</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the selected songs and folders (Shift+Enter)</source>
        <translation>Pôr na fila as músicas e pastas escolhidas (Shift+Enter)</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Pôr na fila</translation>
    </message>
    <message>
        <source>All music</source>
        <translation>Todas as músicas</translation>
    </message>
    <message>
        <source>Go to the parent folder (Backspace)</source>
        <translation>Ir à pasta acima (Backspace)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Carregando…</translation>
    </message>
    <message>
        <source>Search in titles, artists, albums, file names</source>
        <translation>Procure em títulos, artistas, álbuns, nomes de arquivo</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Procurar na biblioteca</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>{path}: empty</source>
        <translation>{path}: vazia</translation>
    </message>
</context>
<context>
    <name>LinkOffer</name>
    <message>
        <source>Ableton Link: another program has set {bpm} bpm.</source>
        <translation>Ableton Link: outro programa definiu {bpm} bpm.</translation>
    </message>
    <message>
        <source>The circle keeps its tempo unless you take this one over.</source>
        <translation>O círculo mantém seu andamento se você não adotar este.</translation>
    </message>
    <message>
        <source>Use {bpm} bpm</source>
        <translation>Usar {bpm} bpm</translation>
    </message>
    <message>
        <source>Should invites that you click on open Drum Circle?</source>
        <translation>Abrir o Drum Circle ao clicar num convite?</translation>
    </message>
    <message>
        <source>They begin with drumcircle://. You can undo it with “drumcircle link --remove”.</source>
        <translation>Eles começam com drumcircle://. Dá para desfazer com “drumcircle link --remove”.</translation>
    </message>
    <message>
        <source>Yes, open them</source>
        <translation>Sim, abrir</translation>
    </message>
</context>
<context>
    <name>LogInForm</name>
    <message>
        <source>Log in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nome da conta</translation>
    </message>
    <message>
        <source>No account yet? Register</source>
        <translation>Ainda sem conta? Registre-se</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
</context>
<context>
    <name>LoginsDialog</name>
    <message>
        <source>Log out</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Log out: {what}</source>
        <translation>Sair: {what}</translation>
    </message>
    <message>
        <source>Logins of {name}</source>
        <translation>Sessões de {name}</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Sessões</translation>
    </message>
    <message>
        <source>Since {time}, from {address}</source>
        <translation>Desde {time}, em {address}</translation>
    </message>
    <message>
        <source>This account is logged in nowhere.</source>
        <translation>Esta conta não tem sessão aberta.</translation>
    </message>
    <message>
        <source>last used {time}</source>
        <translation>último uso: {time}</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>esta janela</translation>
    </message>
    <message>
        <source>{mail}
{role}, {state}; registered {created}</source>
        <translation>{mail}
{role}, {state}; registro: {created}</translation>
    </message>
</context>
<context>
    <name>LoopDialog</name>
    <message>
        <source>Beats in it</source>
        <translation>Tempos que tem</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Escolher um arquivo…</translation>
    </message>
    <message>
        <source>Choose a loop</source>
        <translation>Escolher um loop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>From the next cycle on; the circle takes the loop&apos;s tempo</source>
        <translation>A partir do próximo ciclo; a roda assume o andamento do loop</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>Pela metade</translation>
    </message>
    <message>
        <source>Loop to play to</source>
        <translation>Loop para acompanhar</translation>
    </message>
    <message>
        <source>No file is chosen: WAV, FLAC or OGG, up to 8 MiB and 5 minutes.</source>
        <translation>Nenhum arquivo escolhido: WAV, FLAC ou OGG, até 8 MiB e 5 minutos.</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Sem loop</translation>
    </message>
    <message>
        <source>Play to it</source>
        <translation>Tocar com ele</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Lendo {file}…</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Arquivos de som</translation>
    </message>
    <message>
        <source>The circle plays to {name}, at {bpm} bpm.</source>
        <translation>A roda toca com {name}, a {bpm} bpm.</translation>
    </message>
    <message>
        <source>The circle plays without a loop.</source>
        <translation>A roda toca sem loop.</translation>
    </message>
    <message>
        <source>The loop has half as many beats, each twice as long</source>
        <translation>O loop tem a metade dos tempos, cada um com o dobro da duração</translation>
    </message>
    <message>
        <source>The loop has twice as many beats, each half as long</source>
        <translation>O loop tem o dobro dos tempos, cada um com a metade da duração</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>O dobro da velocidade</translation>
    </message>
    <message>
        <source>Volume for all</source>
        <translation>Volume para todos</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
    <message>
        <source>{name} is silent: it sounds at {bpm} bpm only.</source>
        <translation>{name} se cala: só soa a {bpm} bpm.</translation>
    </message>
    <message>
        <source>{name}, {length} s. It is at the server.</source>
        <translation>{name}, {length} s. Está no servidor.</translation>
    </message>
    <message>
        <source>{name}, {length} s. {percent} % are sent to the server.</source>
        <translation>{name}, {length} s. {percent} % enviados ao servidor.</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message numerus="yes">
        <source>A mail to %Ln account(s)</source>
        <translation>
            <numerusform>Um e-mail para %Ln pessoa</numerusform>
            <numerusform>Um e-mail para %Ln pessoas</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy all addresses</source>
        <translation>Copiar todos os endereços</translation>
    </message>
    <message>
        <source>Mail {number} of {of}</source>
        <translation>E-mail {number} de {of}</translation>
    </message>
    <message>
        <source>No mail program opens this. Copy the addresses instead.</source>
        <translation>Nenhum programa de e-mail abre isto. Copie os endereços.</translation>
    </message>
    <message>
        <source>Nobody sees the addresses of the others.</source>
        <translation>Ninguém vê os endereços dos outros.</translation>
    </message>
    <message>
        <source>Your mail program takes only so many addresses at once, so each button opens a part of them.</source>
        <translation>Seu programa de e-mail aceita só um número limitado de endereços de cada vez, por isso cada botão abre uma parte deles.</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Escrever um e-mail</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Conductor</source>
        <translation>Condução</translation>
    </message>
    <message>
        <source>Demo circle</source>
        <translation>Roda de demonstração</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praticar</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Gravações</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
</context>
<context>
    <name>MicrophoneDialog</name>
    <message>
        <source>A microphone turns your drum into a pad. The others hear your strokes one period later, exactly when you played them.</source>
        <translation>Um microfone transforma seu tambor num pad. Os outros ouvem seus toques um período depois, exatamente como você os tocou.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>Bass</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Bass, tone and slap are learned. Play, and see which one lights up.</source>
        <translation>Grave, tom e slap estão aprendidos. Toque e veja qual acende.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Choose a microphone. Then play: a drum, a table, a box or your hands will do.</source>
        <translation>Escolha um microfone. Depois toque: serve um tambor, uma mesa, uma caixa ou suas mãos.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Dots are strokes. Grey ones are softer than the dashed line, or none that was learned.</source>
        <translation>Os pontos são toques. Os cinzentos são mais fracos que a linha tracejada, ou não foram aprendidos.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Learn my strokes</source>
        <translation>Aprender meus toques</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfone</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Sem microfone</translation>
    </message>
    <message>
        <source>Play a real drum</source>
        <translation>Toque um tambor de verdade</translation>
    </message>
    <message>
        <source>Play now: every stroke sounds as a tone. With “Learn my strokes”, bass, tone and slap differ.</source>
        <translation>Toque: cada toque soa como tom. Com “Aprender meus toques”, grave, tom e slap se distinguem.</translation>
    </message>
    <message numerus="yes">
        <source>Play {stroke}: %n more time(s), some soft and some loud.</source>
        <translation>
            <numerusform>Toque {stroke}: mais %n vez, às vezes suave, às vezes forte.</numerusform>
            <numerusform>Toque {stroke}: mais %n vezes, às vezes suave, às vezes forte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>Slap</translation>
    </message>
    <message>
        <source>Softest stroke</source>
        <translation>Toque mais suave</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Parar de aprender</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tom</translation>
    </message>
    <message>
        <source>Use headphones if you can. With loudspeakers, Drum Circle takes its own sound out of the microphone; this takes it a few seconds to learn, and soft strokes may be lost.</source>
        <translation>Use fones se puder. Com caixas de som, o Drum Circle tira o próprio som do microfone; leva alguns segundos para aprender, e toques suaves podem se perder.</translation>
    </message>
</context>
<context>
    <name>MidiOutDialog</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>As soon as struck</source>
        <translation>Assim que são tocados</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Choose the output that your drum module, synthesizer or music program listens to.</source>
        <translation>Escolha a saída que o seu módulo de bateria, sintetizador ou programa de música escuta.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>If your module sounds late, send earlier; if it sounds early, enter a negative number.</source>
        <translation>Se o seu módulo soa atrasado, envie antes; se soa adiantado, digite um número negativo.</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>Clock MIDI, com início, parada e posição da música</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>Saída MIDI</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Nenhuma saída</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Notas dos tambores</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>Notas…</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Os outros</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Meus toques</translation>
    </message>
    <message>
        <source>Play on a MIDI device</source>
        <translation>Tocar em um dispositivo MIDI</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>Enviar antes</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Sending to: {port}</source>
        <translation>Enviando para: {port}</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>Silêncio</translation>
    </message>
    <message>
        <source>Strokes leave at the moment at which you hear them, as loud as in your mixer. To hear only the device, turn down “Everything” in the card “You”.</source>
        <translation>Os toques saem no momento em que você os ouve, com o volume do seu mixer. Para ouvir só o dispositivo, abaixe “Tudo” no cartão “Você”.</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>A guia, com a contagem</translation>
    </message>
    <message>
        <source>The output is being opened.</source>
        <translation>A saída está sendo aberta.</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>Os toques dos outros</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>Quando voltam a soar</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>Com o seu som</translation>
    </message>
</context>
<context>
    <name>MissingFilesLine</name>
    <message>
        <source>Upload the missing songs to {room}</source>
        <translation>Enviar para {room} as músicas que faltam</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Enviar</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>falta %n música</numerusform>
            <numerusform>faltam %n músicas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MixerCard</name>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Faders and buttons of MIDI controllers</source>
        <translation>Faders e botões de controladores MIDI</translation>
    </message>
    <message>
        <source>MIDI…</source>
        <translation>MIDI…</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>Mixer</translation>
    </message>
    <message>
        <source>There are no players yet. Each gets a row here when they join.</source>
        <translation>Ainda ninguém toca. Cada pessoa ganha uma linha aqui quando entra.</translation>
    </message>
    <message>
        <source>changes only what you hear</source>
        <translation>muda só o que você ouve</translation>
    </message>
    <message>
        <source>for you only</source>
        <translation>só para você</translation>
    </message>
</context>
<context>
    <name>MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>Mixer</translation>
    </message>
</context>
<context>
    <name>MixerStrip</name>
    <message>
        <source>Hear {name} alone</source>
        <translation>Ouvir só {name}</translation>
    </message>
    <message>
        <source>M</source>
        <comment>mute</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute {name} for yourself</source>
        <translation>Silenciar {name} para você</translation>
    </message>
    <message>
        <source>S</source>
        <comment>solo</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>Volume of {name}</source>
        <translation>Volume de {name}</translation>
    </message>
    <message>
        <source>{name}, from left to right</source>
        <translation>{name}, da esquerda à direita</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Again</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>All play softly, then loudly, in turn.</source>
        <translation>Todos tocam suave, depois forte, alternando.</translation>
    </message>
    <message>
        <source>All start together. You hear what was played before All stop.</source>
        <translation>Todos começam juntos. Você ouve o que foi tocado antes de Todos param.</translation>
    </message>
    <message>
        <source>All start</source>
        <translation>Todos começam</translation>
    </message>
    <message>
        <source>All stop</source>
        <translation>Todos param</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responda</translation>
    </message>
    <message>
        <source>Bells</source>
        <translation>Sinos</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Crescer</translation>
    </message>
    <message>
        <source>Call and response</source>
        <translation>Chamada e resposta</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Chame</translation>
    </message>
    <message>
        <source>Everybody plays, everybody hears everybody.</source>
        <translation>Todos tocam, todos ouvem todos.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Mais rápido</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>Primeira metade</translation>
    </message>
    <message>
        <source>Follow the leader</source>
        <translation>Siga o líder</translation>
    </message>
    <message>
        <source>Free play</source>
        <translation>Livre</translation>
    </message>
    <message>
        <source>High drums</source>
        <translation>Tambores agudos</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>Imite</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lidere</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escute</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Mais forte</translation>
    </message>
    <message>
        <source>Low drums</source>
        <translation>Tambores graves</translation>
    </message>
    <message>
        <source>Middle drums</source>
        <translation>Tambores médios</translation>
    </message>
    <message>
        <source>One half of the circle calls, the other half answers.</source>
        <translation>Uma metade da roda chama, a outra responde.</translation>
    </message>
    <message>
        <source>One part after the other stops, until the low drums are alone.</source>
        <translation>Uma parte após a outra para, até os tambores graves ficarem sozinhos.</translation>
    </message>
    <message>
        <source>One player after the other plays a solo. The others play softly.</source>
        <translation>Uma pessoa após a outra toca um solo. Os demais tocam suave.</translation>
    </message>
    <message>
        <source>One player leads, all listen, then all imitate three times.</source>
        <translation>Uma pessoa lidera, todos escutam, depois todos imitam três vezes.</translation>
    </message>
    <message>
        <source>Only the players that you choose are heard.</source>
        <translation>Só se ouve quem você escolher.</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Só estes</translation>
    </message>
    <message>
        <source>Play softly</source>
        <translation>Toque suave</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>Segunda metade</translation>
    </message>
    <message>
        <source>Shakers</source>
        <translation>Chocalhos</translation>
    </message>
    <message>
        <source>Silence. What was played last is kept for All start.</source>
        <translation>Silêncio. O que foi tocado por último fica guardado para Todos começam.</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Desacelerar</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Mais lento</translation>
    </message>
    <message>
        <source>Soft and loud</source>
        <translation>Suave e forte</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Mais suave</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Solos</source>
        <translation>Solos</translation>
    </message>
    <message>
        <source>Speed up</source>
        <translation>Acelerar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>The low drums begin. One part after the other joins in.</source>
        <translation>Os tambores graves começam. Uma parte após a outra entra.</translation>
    </message>
    <message>
        <source>The tempo falls with each beat.</source>
        <translation>O andamento desce a cada tempo.</translation>
    </message>
    <message>
        <source>The tempo rises with each beat.</source>
        <translation>O andamento sobe a cada tempo.</translation>
    </message>
    <message>
        <source>The two halves of the circle play in turn.</source>
        <translation>As duas metades da roda tocam por vez.</translation>
    </message>
    <message>
        <source>Thin out</source>
        <translation>Esvaziar</translation>
    </message>
    <message>
        <source>Two halves</source>
        <translation>Duas metades</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Sua vez</translation>
    </message>
    <message>
        <source>Your turn: {word} in</source>
        <translation>Sua vez: {word} em</translation>
    </message>
    <message>
        <source>until the conductor goes on</source>
        <translation>até a condução seguir</translation>
    </message>
    <message numerus="yes">
        <source>your turn in %n beat(s)</source>
        <translation>
            <numerusform>sua vez em %n tempo</numerusform>
            <numerusform>sua vez em %n tempos</numerusform>
        </translation>
    </message>
    <message>
        <source>{mode}: paused</source>
        <translation>{mode}: em pausa</translation>
    </message>
    <message>
        <source>{who}: {word}</source>
        <translation>{who}: {word}</translation>
    </message>
    <message numerus="yes">
        <source>{word} in %n beat(s)</source>
        <translation>
            <numerusform>{word} em %n tempo</numerusform>
            <numerusform>{word} em %n tempos</numerusform>
        </translation>
    </message>
    <message>
        <source>{word} in</source>
        <translation>{word} em</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Edit the guide…</source>
        <translation>Editar o guia…</translation>
    </message>
    <message>
        <source>End mode</source>
        <translation>Encerrar modo</translation>
    </message>
    <message>
        <source>Go to the next step with the next cycle (Ctrl+K)</source>
        <translation>Ir ao próximo passo com o próximo ciclo (Ctrl+K)</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Loop to play to…</source>
        <translation>Loop para acompanhar…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo passo</translation>
    </message>
    <message>
        <source>Next: {mode}</source>
        <translation>Depois: {mode}</translation>
    </message>
    <message>
        <source>Options and session…</source>
        <translation>Opções e sessão…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>Guia simples</translation>
    </message>
    <message>
        <source>Play freely for a while (Ctrl+P)</source>
        <translation>Tocar livre por um tempo (Ctrl+P)</translation>
    </message>
    <message>
        <source>Play freely from the next cycle on (Ctrl+E)</source>
        <translation>Tocar livre a partir do próximo ciclo (Ctrl+E)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>What everybody hears besides the strokes: the guide (Ctrl+G edits it), and a loop (Ctrl+O)</source>
        <translation>O que todos ouvem além dos toques: o guia (Ctrl+G edita) e um loop (Ctrl+O)</translation>
    </message>
    <message>
        <source>What the circle does: who plays, who listens</source>
        <translation>O que a roda faz: quem toca, quem escuta</translation>
    </message>
</context>
<context>
    <name>ModeDialog</name>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n ciclo</numerusform>
            <numerusform>%n ciclos</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the session</source>
        <translation>Pôr na sessão</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descer</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modos</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Abrir uma sessão</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Executar este passo</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Salvar a sessão</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Session: F9 runs the next step</source>
        <translation>Sessão: F9 executa o próximo passo</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessões</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sessão</translation>
    </message>
    <message>
        <source>{bpm:g} bpm</source>
        <translation>{bpm:g} bpm</translation>
    </message>
</context>
<context>
    <name>ModeOptions</name>
    <message>
        <source> bpm</source>
        <translation> bpm</translation>
    </message>
    <message>
        <source> cycles</source>
        <translation> ciclos</translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n ciclo</numerusform>
            <numerusform>%n ciclos</numerusform>
        </translation>
    </message>
    <message>
        <source>Each step lasts</source>
        <translation>Cada passo dura</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Líder</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modos</translation>
    </message>
    <message>
        <source>Players, in order</source>
        <translation>Músicos, em ordem</translation>
    </message>
    <message>
        <source>Tempo at the end</source>
        <translation>Andamento no fim</translation>
    </message>
    <message>
        <source>one period</source>
        <translation>um período</translation>
    </message>
    <message>
        <source>{by:+} bpm</source>
        <translation>{by:+} bpm</translation>
    </message>
</context>
<context>
    <name>NameList</name>
    <message>
        <source>+ {n}</source>
        <translation>+ {n}</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Músicos</translation>
    </message>
</context>
<context>
    <name>NewInvite</name>
    <message>
        <source>For whom the invite is</source>
        <translation>Para quem é o convite</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>Para quem?</translation>
    </message>
    <message>
        <source>How long the invite is valid</source>
        <translation>Por quanto tempo vale o convite</translation>
    </message>
    <message>
        <source>How many players can join with it</source>
        <translation>Quantas pessoas podem entrar com ele</translation>
    </message>
    <message>
        <source>Make invite</source>
        <translation>Fazer convite</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>sem limite</translation>
    </message>
    <message>
        <source>for a day</source>
        <translation>por um dia</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>por uma semana</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>por uma hora</translation>
    </message>
    <message numerus="yes">
        <source>player(s)</source>
        <translation>
            <numerusform>pessoa</numerusform>
            <numerusform>pessoas</numerusform>
        </translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>sem fim</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Dispensar (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Another change has not taken effect yet: wait until it has.</source>
        <translation>Outra mudança ainda não vale: espere até que valha.</translation>
    </message>
    <message>
        <source>Another conductor has just changed this.</source>
        <translation>Outra pessoa da condução acabou de mudar isso.</translation>
    </message>
    <message>
        <source>Ask for a new invite.</source>
        <translation>Peça um convite novo.</translation>
    </message>
    <message>
        <source>Ask its conductor for a new invite.</source>
        <translation>Peça à condução um convite novo.</translation>
    </message>
    <message>
        <source>Ask the hub&apos;s administrator.</source>
        <translation>Pergunte a quem administra o hub.</translation>
    </message>
    <message>
        <source>Both invites are replaced: nobody can join with the old ones any more.</source>
        <translation>Os dois convites foram trocados: ninguém mais entra com os antigos.</translation>
    </message>
    <message>
        <source>Both invites were replaced while you were away: nobody can join with the old ones any more.</source>
        <translation>Os dois convites foram trocados enquanto você estava fora: ninguém mais entra com os antigos.</translation>
    </message>
    <message>
        <source>Check that the invite is right and that the circle is running, then try again.</source>
        <translation>Confira se o convite está certo e se a roda está funcionando, e tente de novo.</translation>
    </message>
    <message>
        <source>Check the hub&apos;s address, then try again.</source>
        <translation>Confira o endereço do hub e tente de novo.</translation>
    </message>
    <message>
        <source>Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes.</source>
        <translation>Escolha um arquivo WAV, FLAC ou OGG de até 8 MiB e 5 minutos.</translation>
    </message>
    <message>
        <source>Choose a device to try it again.</source>
        <translation>Escolha um dispositivo para tentar de novo.</translation>
    </message>
    <message>
        <source>Choose a name of 1 to 32 visible characters.</source>
        <translation>Escolha um nome de 1 a 32 caracteres visíveis.</translation>
    </message>
    <message>
        <source>Choose another device.</source>
        <translation>Escolha outro dispositivo.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Escolha outro nome.</translation>
    </message>
    <message>
        <source>Enter your whole mail address.</source>
        <translation>Digite seu e-mail completo.</translation>
    </message>
    <message>
        <source>It has more than two channels.</source>
        <translation>Tem mais de dois canais.</translation>
    </message>
    <message>
        <source>It is like this already.</source>
        <translation>Já está assim.</translation>
    </message>
    <message>
        <source>It lasts longer than 5 minutes.</source>
        <translation>Dura mais de 5 minutos.</translation>
    </message>
    <message>
        <source>It starts again by itself: you need not do anything.</source>
        <translation>Ele recomeça sozinho: você não precisa fazer nada.</translation>
    </message>
    <message>
        <source>It will be possible as soon as the connection is back.</source>
        <translation>Será possível assim que a conexão voltar.</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>Entre primeiro.</translation>
    </message>
    <message>
        <source>Look again, then decide.</source>
        <translation>Olhe de novo e decida.</translation>
    </message>
    <message>
        <source>Look at the list of accounts.</source>
        <translation>Veja a lista de contas.</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Faça mais curto.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Antes, dê a administração a outra pessoa.</translation>
    </message>
    <message>
        <source>No audio device was found.</source>
        <translation>Nenhum dispositivo de som foi encontrado.</translation>
    </message>
    <message>
        <source>No conductor has answered.</source>
        <translation>Ninguém da condução respondeu.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Nenhum microfone foi encontrado.</translation>
    </message>
    <message>
        <source>One joins this circle with an invite: ask the conductor for one.</source>
        <translation>Nesta roda se entra com convite: peça à condução.</translation>
    </message>
    <message>
        <source>Only a conductor may do this.</source>
        <translation>Só a condução pode fazer isso.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Só a administração pode fazer isso.</translation>
    </message>
    <message>
        <source>Only players with an account on this hub can come in: log in, or ask for an account.</source>
        <translation>Só entram músicos com conta neste hub: entre, ou peça uma conta.</translation>
    </message>
    <message>
        <source>Play with the guide, or ask the conductor for another file.</source>
        <translation>Toque com o guia, ou peça à condução outro arquivo.</translation>
    </message>
    <message>
        <source>Plug it in again, or play with keys and pads.</source>
        <translation>Conecte de novo, ou toque com teclas e pads.</translation>
    </message>
    <message>
        <source>Plug it in and it will be used by itself.</source>
        <translation>Conecte e será usado sozinho.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another.</source>
        <translation>Conecte ou escolha outro.</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server; it will be used then.</source>
        <translation>Conecte um ou inicie o servidor de som; então será usado.</translation>
    </message>
    <message>
        <source>Plug one in, then choose it.</source>
        <translation>Conecte um e depois escolha.</translation>
    </message>
    <message>
        <source>Put it back, or choose another kit.</source>
        <translation>Coloque de volta ou escolha outro kit.</translation>
    </message>
    <message>
        <source>Register without it, or look it up again.</source>
        <translation>Registre-se sem ele, ou confira de novo.</translation>
    </message>
    <message>
        <source>Somebody has that name, or one that looks alike, already.</source>
        <translation>Alguém já tem esse nome, ou um parecido.</translation>
    </message>
    <message>
        <source>Strokes more than a period away from now were left out.</source>
        <translation>Toques a mais de um período de agora ficaram de fora.</translation>
    </message>
    <message>
        <source>The MIDI port “{device}” is not there.</source>
        <translation>A porta MIDI “{device}” não está aí.</translation>
    </message>
    <message>
        <source>The audio device keeps failing and was switched off.</source>
        <translation>O dispositivo de som falha sempre e foi desligado.</translation>
    </message>
    <message>
        <source>The audio device “{device}” is not there.</source>
        <translation>O dispositivo de som “{device}” não está aí.</translation>
    </message>
    <message>
        <source>The circle at {place} cannot be reached ({reason}).</source>
        <translation>Não se chega à roda em {place} ({reason}).</translation>
    </message>
    <message>
        <source>The circle cannot be reached.</source>
        <translation>Não se chega à roda.</translation>
    </message>
    <message>
        <source>The circle is full: try again when a member has left.</source>
        <translation>A roda está cheia: tente quando alguém sair.</translation>
    </message>
    <message>
        <source>The conductor has ended the circle.</source>
        <translation>A condução encerrou a roda.</translation>
    </message>
    <message>
        <source>The conductor has not let you in.</source>
        <translation>A condução não deixou você entrar.</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>A condução removeu você da roda.</translation>
    </message>
    <message>
        <source>The connection was lost ({reason}).</source>
        <translation>A conexão se perdeu ({reason}).</translation>
    </message>
    <message>
        <source>The hub at {place} cannot be reached ({reason}).</source>
        <translation>Não se chega ao hub em {place} ({reason}).</translation>
    </message>
    <message>
        <source>The hub cannot read or save its accounts now.</source>
        <translation>O hub não consegue ler nem guardar suas contas agora.</translation>
    </message>
    <message>
        <source>The hub does not answer.</source>
        <translation>O hub não responde.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the disk does not take its file.</source>
        <translation>O loop “{name}” é ouvido, mas não é guardado com a gravação: o disco não aceita o arquivo dele.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the recordings fill the limit.</source>
        <translation>O loop “{name}” é ouvido, mas não é guardado com a gravação: as gravações enchem o limite.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the server does not have its file any more.</source>
        <translation>O loop “{name}” é ouvido, mas não é guardado com a gravação: o servidor não tem mais o arquivo dele.</translation>
    </message>
    <message>
        <source>The microphone “{device}” is not there.</source>
        <translation>O microfone “{device}” não está aí.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>O nome ou a senha está errado.</translation>
    </message>
    <message>
        <source>The others may hear it.</source>
        <translation>Talvez os outros o ouçam.</translation>
    </message>
    <message>
        <source>The password must not contain your name or your mail address.</source>
        <translation>A senha não pode conter seu nome nem seu e-mail.</translation>
    </message>
    <message>
        <source>The password needs 10 to 200 characters.</source>
        <translation>A senha precisa de 10 a 200 caracteres.</translation>
    </message>
    <message>
        <source>The players&apos; own recordings have it.</source>
        <translation>As gravações dos músicos o têm.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>O servidor fechou a conexão.</translation>
    </message>
    <message>
        <source>The sound is back, on {device}.</source>
        <translation>O som voltou, em {device}.</translation>
    </message>
    <message>
        <source>The sound stopped, because {cause}.</source>
        <translation>O som parou porque {cause}.</translation>
    </message>
    <message>
        <source>There is no account “{name}”.</source>
        <translation>Não há conta “{name}”.</translation>
    </message>
    <message>
        <source>There is no sound in it.</source>
        <translation>Não há som nele.</translation>
    </message>
    <message>
        <source>There is no sound on {device} now.</source>
        <translation>Agora não há som em {device}.</translation>
    </message>
    <message>
        <source>This cannot be sent: it is too long or out of range.</source>
        <translation>Isto não pode ser enviado: é longo demais ou fora do permitido.</translation>
    </message>
    <message>
        <source>This circle has ended.</source>
        <translation>Esta roda terminou.</translation>
    </message>
    <message>
        <source>This code is not valid, or has been used.</source>
        <translation>Este código não vale ou já foi usado.</translation>
    </message>
    <message>
        <source>This hub keeps no accounts.</source>
        <translation>Este hub não tem contas.</translation>
    </message>
    <message>
        <source>This invite is for players: nobody can conduct with it.</source>
        <translation>Este convite é para tocar: com ele não se conduz.</translation>
    </message>
    <message>
        <source>This is no WAV, FLAC or OGG file, or it is damaged.</source>
        <translation>Não é um arquivo WAV, FLAC ou OGG, ou está danificado.</translation>
    </message>
    <message>
        <source>This is not the server of the invite: its certificate is another one.</source>
        <translation>Este não é o servidor do convite: o certificado é outro.</translation>
    </message>
    <message>
        <source>Too many strokes at once: some were left out.</source>
        <translation>Toques demais de uma vez: alguns ficaram de fora.</translation>
    </message>
    <message>
        <source>Too many wait to be let in: try again in a while.</source>
        <translation>Muitos esperam entrar: tente daqui a pouco.</translation>
    </message>
    <message>
        <source>Too many wrong passwords came from your network, or for this account.</source>
        <translation>Vieram senhas erradas demais da sua rede, ou para esta conta.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Tente de novo em um minuto.</translation>
    </message>
    <message>
        <source>Try again later, or ask its owner.</source>
        <translation>Tente mais tarde, ou pergunte a quem cuida dele.</translation>
    </message>
    <message>
        <source>Try again later, or ask the hub&apos;s administrator.</source>
        <translation>Tente mais tarde, ou pergunte a quem administra o hub.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Tente mais tarde.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Tente de novo.</translation>
    </message>
    <message>
        <source>Type the same password twice.</source>
        <translation>Digite a mesma senha duas vezes.</translation>
    </message>
    <message>
        <source>Use at least 4 different characters in the password.</source>
        <translation>Use pelo menos 4 caracteres diferentes na senha.</translation>
    </message>
    <message>
        <source>Very many accounts wait for approval here.</source>
        <translation>Muitíssimas contas esperam aprovação aqui.</translation>
    </message>
    <message>
        <source>Very many people log in just now.</source>
        <translation>Muita gente está entrando agora.</translation>
    </message>
    <message>
        <source>Wait some minutes, then try again.</source>
        <translation>Espere alguns minutos e tente de novo.</translation>
    </message>
    <message>
        <source>You are not connected</source>
        <translation>Você está sem conexão</translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation>Você não entrou.</translation>
    </message>
    <message>
        <source>You cannot hear the loop {name}: {problem}.</source>
        <translation>Você não ouve o loop {name}: {problem}.</translation>
    </message>
    <message>
        <source>You have joined this circle again from another window or device.</source>
        <translation>Você entrou de novo nesta roda por outra janela ou dispositivo.</translation>
    </message>
    <message>
        <source>You left the circle.</source>
        <translation>Você saiu da roda.</translation>
    </message>
    <message>
        <source>You need none here.</source>
        <translation>Aqui você não precisa de uma.</translation>
    </message>
    <message>
        <source>You no longer wait to be let in.</source>
        <translation>Você não espera mais para entrar.</translation>
    </message>
    <message>
        <source>You write faster than the others can read: wait a moment.</source>
        <translation>Você escreve mais rápido do que os outros conseguem ler: espere um momento.</translation>
    </message>
    <message>
        <source>Your account has been disabled.</source>
        <translation>Sua conta foi desativada.</translation>
    </message>
    <message>
        <source>Your account is waiting for an administrator&apos;s approval.</source>
        <translation>Sua conta espera a aprovação da administração.</translation>
    </message>
    <message>
        <source>Your account may play, but not create circles.</source>
        <translation>Com sua conta você pode tocar, mas não criar rodas.</translation>
    </message>
    <message>
        <source>Your settings could not be saved: {error}.</source>
        <translation>Não foi possível salvar suas configurações: {error}.</translation>
    </message>
    <message>
        <source>{device} is plugged in.</source>
        <translation>{device} foi conectado.</translation>
    </message>
    <message>
        <source>{device} was unplugged.</source>
        <translation>{device} foi desconectado.</translation>
    </message>
    <message>
        <source>{file} cannot be played.</source>
        <translation>{file} não pode ser tocado.</translation>
    </message>
    <message>
        <source>{file} is larger than 8 MiB.</source>
        <translation>{file} tem mais de 8 MiB.</translation>
    </message>
    <message>
        <source>{name} has left already.</source>
        <translation>{name} já saiu.</translation>
    </message>
    <message>
        <source>{name} has replaced both invites: nobody can join with the old ones any more.</source>
        <translation>{name} trocou os dois convites: ninguém mais entra com os antigos.</translation>
    </message>
    <message>
        <source>{name} is the only administrator.</source>
        <translation>{name} é a única administração.</translation>
    </message>
    <message>
        <source>“Who may come in…” shows the new ones: send them to those who are to come later.</source>
        <translation>“Quem pode entrar…” mostra os novos: envie-os a quem vier mais tarde.</translation>
    </message>
    <message>
        <source>“{device}” could not be opened ({error}).</source>
        <translation>“{device}” não pôde ser aberto ({error}).</translation>
    </message>
    <message>
        <source>“{device}” could not be started ({error}).</source>
        <translation>“{device}” não pôde ser iniciado ({error}).</translation>
    </message>
    <message>
        <source>“{file}” is missing.</source>
        <translation>Falta “{file}”.</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>A number from {low} to {high}</source>
        <translation>Um número de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Consume</source>
        <translation>Consumir</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opções</translation>
    </message>
    <message>
        <source>Options: {names}</source>
        <translation>Opções: {names}</translation>
    </message>
    <message>
        <source>Play the songs in random order</source>
        <translation>Tocar as músicas em ordem aleatória</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aleatório</translation>
    </message>
    <message>
        <source>Remove songs from the queue once they have been played</source>
        <translation>Tirar as músicas da fila depois de tocadas</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Repeat, random, single, consume</source>
        <translation>Repetir, aleatório, uma só, consumir</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Uma só</translation>
    </message>
    <message>
        <source>Start again at the end of the queue</source>
        <translation>Recomeçar no fim da fila</translation>
    </message>
    <message>
        <source>Stop after each song; with Repeat, repeat it</source>
        <translation>Parar depois de cada música; com Repetir, repeti-la</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>{option} +{n}</source>
        <translation>{option} +{n}</translation>
    </message>
</context>
<context>
    <name>PadButton</name>
    <message>
        <source>Pad</source>
        <translation>Pad</translation>
    </message>
    <message>
        <source>Pad, key {key}</source>
        <translation>Pad, tecla {key}</translation>
    </message>
</context>
<context>
    <name>PadGrid</name>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
</context>
<context>
    <name>Pads</name>
    <message>
        <source>Agogo, high</source>
        <translation>Agogô, agudo</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>Agogô, grave</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>Bumbo</translation>
    </message>
    <message>
        <source>Bass drum, soft</source>
        <translation>Bumbo, suave</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>Nota de baixo</translation>
    </message>
    <message>
        <source>Bell tree</source>
        <translation>Árvore de sinos</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>Bongô, agudo</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>Bongô, grave</translation>
    </message>
    <message>
        <source>Cabasa</source>
        <translation>Afoxé</translation>
    </message>
    <message>
        <source>Castanets</source>
        <translation>Castanholas</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Conga</source>
        <translation>Conga</translation>
    </message>
    <message>
        <source>Conga, high open</source>
        <translation>Conga, aguda aberta</translation>
    </message>
    <message>
        <source>Conga, low</source>
        <translation>Conga, grave</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>Conga, slap</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>Cowbell</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Crash</translation>
    </message>
    <message>
        <source>Crash, second</source>
        <translation>Crash, segundo</translation>
    </message>
    <message>
        <source>Cuica, mute</source>
        <translation>Cuíca, abafada</translation>
    </message>
    <message>
        <source>Cuica, open</source>
        <translation>Cuíca, aberta</translation>
    </message>
    <message>
        <source>Djembe bass</source>
        <translation>Djembê grave</translation>
    </message>
    <message>
        <source>Djembe slap</source>
        <translation>Djembê slap</translation>
    </message>
    <message>
        <source>Djembe tone</source>
        <translation>Djembê tom</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>Djembê, grave</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>Djembê, slap</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>Djembê, tom</translation>
    </message>
    <message>
        <source>Dundun, high</source>
        <translation>Dundun, agudo</translation>
    </message>
    <message>
        <source>Dundun, middle</source>
        <translation>Dundun, médio</translation>
    </message>
    <message>
        <source>Floor tom</source>
        <translation>Surdo de chão</translation>
    </message>
    <message>
        <source>Floor tom, low</source>
        <translation>Surdo de chão, grave</translation>
    </message>
    <message>
        <source>Guiro, long</source>
        <translation>Reco-reco, longo</translation>
    </message>
    <message>
        <source>Guiro, short</source>
        <translation>Reco-reco, curto</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>Palmas</translation>
    </message>
    <message>
        <source>Hi-hat closed</source>
        <translation>Chimbal fechado</translation>
    </message>
    <message>
        <source>Hi-hat edge, closed</source>
        <translation>Borda do chimbal, fechado</translation>
    </message>
    <message>
        <source>Hi-hat edge, open</source>
        <translation>Borda do chimbal, aberto</translation>
    </message>
    <message>
        <source>Hi-hat open</source>
        <translation>Chimbal aberto</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>Chimbal, fechado</translation>
    </message>
    <message>
        <source>Hi-hat, half open</source>
        <translation>Chimbal, meio aberto</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>Chimbal, aberto</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>Chimbal, pedal</translation>
    </message>
    <message>
        <source>Hi-hat, splash</source>
        <translation>Chimbal, splash</translation>
    </message>
    <message>
        <source>High Q</source>
        <translation>High Q</translation>
    </message>
    <message>
        <source>Jingle bells</source>
        <translation>Guizos</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>Tambor grave</translation>
    </message>
    <message>
        <source>Maracas</source>
        <translation>Maracas</translation>
    </message>
    <message>
        <source>Metronome bell</source>
        <translation>Sino de metrônomo</translation>
    </message>
    <message>
        <source>Metronome click</source>
        <translation>Clique de metrônomo</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Condução</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>Condução, cúpula</translation>
    </message>
    <message>
        <source>Ride, edge</source>
        <translation>Condução, borda</translation>
    </message>
    <message>
        <source>Scratch pull</source>
        <translation>Scratch para trás</translation>
    </message>
    <message>
        <source>Scratch push</source>
        <translation>Scratch para a frente</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>Chocalho</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>Side stick</translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>Slap</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>Caixa</translation>
    </message>
    <message>
        <source>Snare, rim</source>
        <translation>Caixa, aro</translation>
    </message>
    <message>
        <source>Splash</source>
        <translation>Splash</translation>
    </message>
    <message>
        <source>Square click</source>
        <translation>Clique quadrado</translation>
    </message>
    <message>
        <source>Sticks</source>
        <translation>Baquetas</translation>
    </message>
    <message>
        <source>Surdo, mute</source>
        <translation>Surdo, abafado</translation>
    </message>
    <message>
        <source>Surdo, open</source>
        <translation>Surdo, aberto</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>Pandeirola</translation>
    </message>
    <message>
        <source>Timbale, high</source>
        <translation>Timbale, agudo</translation>
    </message>
    <message>
        <source>Timbale, low</source>
        <translation>Timbale, grave</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>Tom, agudo</translation>
    </message>
    <message>
        <source>Tom, highest</source>
        <translation>Tom, mais agudo</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>Tom, grave</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>Tom, médio</translation>
    </message>
    <message>
        <source>Triangle, mute</source>
        <translation>Triângulo, abafado</translation>
    </message>
    <message>
        <source>Triangle, open</source>
        <translation>Triângulo, aberto</translation>
    </message>
    <message>
        <source>Vibraslap</source>
        <translation>Vibraslap</translation>
    </message>
    <message>
        <source>Whistle, long</source>
        <translation>Apito, longo</translation>
    </message>
    <message>
        <source>Whistle, short</source>
        <translation>Apito, curto</translation>
    </message>
    <message>
        <source>Wood block, high</source>
        <translation>Bloco de madeira, agudo</translation>
    </message>
    <message>
        <source>Wood block, low</source>
        <translation>Bloco de madeira, grave</translation>
    </message>
</context>
<context>
    <name>PadsDialog</name>
    <message>
        <source>By the name of the device</source>
        <translation>Pelo nome do dispositivo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Tambor</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Hit: {pad} ({n} of {all}). Skip what your drum does not have.</source>
        <translation>Bata: {pad} ({n} de {all}). Pule o que seu tambor não tem.</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Learned: {pads}</source>
        <translation>Aprendidos: {pads}</translation>
    </message>
    <message>
        <source>Leave out bounces within</source>
        <translation>Deixar de fora repiques dentro de</translation>
    </message>
    <message>
        <source>Leave out pads shaken below</source>
        <translation>Deixar de fora pads sacudidos abaixo de</translation>
    </message>
    <message>
        <source>Leave out softer than</source>
        <translation>Deixar de fora mais suaves que</translation>
    </message>
    <message>
        <source>MIDI drums</source>
        <translation>Tambores MIDI</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} is left out.</source>
        <translation>Nota {note}: {pad}, {struck} fica de fora.</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} sounds as {played}.</source>
        <translation>Nota {note}: {pad}, {struck} soa como {played}.</translation>
    </message>
    <message>
        <source>Play with this drum</source>
        <translation>Tocar com este tambor</translation>
    </message>
    <message>
        <source>Play. If a pad sounds wrong, choose your kit above, or teach the program your pads.</source>
        <translation>Toque. Se um pad soar errado, escolha seu kit acima ou ensine seus pads ao programa.</translation>
    </message>
    <message>
        <source>Plug in a drum kit or a pad controller; it appears here by itself.</source>
        <translation>Conecte uma bateria eletrônica ou um controlador de pads; aparece aqui sozinho.</translation>
    </message>
    <message>
        <source>Set up your drum</source>
        <translation>Configure seu tambor</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>Silêncio</translation>
    </message>
    <message>
        <source>Stop teaching</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>Teach my pads</source>
        <translation>Ensinar pads</translation>
    </message>
    <message>
        <source>To the right: how hard you hit. Upwards: how loud it sounds. Grey dots are left out.</source>
        <translation>Para a direita: a força do toque. Para cima: o volume do som. Os pontos cinzentos são ignorados.</translation>
    </message>
    <message>
        <source>Touch: heavy to light</source>
        <translation>Toque: de pesado a leve</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Mudar a senha</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Senha atual</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nova senha de novo</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nova senha</translation>
    </message>
</context>
<context>
    <name>PermanentInvites</name>
    <message>
        <source>New invite for conductors</source>
        <translation>Novo convite para conduzir</translation>
    </message>
    <message>
        <source>New invite for players</source>
        <translation>Novo convite para tocar</translation>
    </message>
    <message>
        <source>One for players, one for conductors. They are valid until you replace them.</source>
        <translation>Um para tocar, outro para conduzir. Eles valem até você os trocar.</translation>
    </message>
    <message>
        <source>The new invite for conductors, who can also stop the circle</source>
        <translation>O novo convite para conduzir; quem conduz também pode parar a roda</translation>
    </message>
    <message>
        <source>The new invite for players</source>
        <translation>O novo convite para tocar</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posição</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>PlayerHeader</name>
    <message>
        <source>Conduct</source>
        <translation>Conduzir</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Roda de tambores</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Modes, cues, tempo and players, in a window of its own (Ctrl+Shift+C)</source>
        <translation>Modos, sinais, andamento e músicos numa janela própria (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>The conductor has been asked</source>
        <translation>A condução foi avisada</translation>
    </message>
    <message>
        <source>What does that mean?</source>
        <translation>O que isso quer dizer?</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>Você é {name}</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s early</source>
        <translation>Seus toques chegam {s:.1f} s antes</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s too late</source>
        <translation>Seus toques chegam {s:.1f} s atrasados</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>tempos</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>s until you are heard</source>
        <translation>s até ouvirem você</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Chat</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Conduzir</translation>
    </message>
    <message>
        <source>Connection lost, trying again: the others may not hear what you play</source>
        <translation>Conexão perdida, tentando de novo: talvez os outros não ouçam você</translation>
    </message>
    <message>
        <source>Connection lost: the others may not hear you</source>
        <translation>Conexão perdida: talvez os outros não ouçam você</translation>
    </message>
    <message>
        <source>Not in the circle yet: only you hear what you play</source>
        <translation>Ainda fora da roda: só você ouve o que toca</translation>
    </message>
    <message>
        <source>Not your turn: only you hear what you play</source>
        <translation>Não é sua vez: só você ouve o que toca</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Play on as before.</source>
        <translation>Continue tocando como antes.</translation>
    </message>
    <message>
        <source>Play on; modes, cues and players are one click away.</source>
        <translation>Continue tocando; modos, sinais e músicos estão a um clique.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida e volta</translation>
    </message>
    <message>
        <source>The circle stands still: only you hear what you play</source>
        <translation>A roda está parada: só você ouve o que toca</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in</source>
        <translation>Foi pedido à condução que deixe você entrar</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in: only you hear what you play</source>
        <translation>Foi pedido à condução que deixe você entrar: só você ouve o que toca</translation>
    </message>
    <message>
        <source>The conductor has muted you: only you hear what you play</source>
        <translation>A condução silenciou você: só você ouve o que toca</translation>
    </message>
    <message>
        <source>You are in the spotlight</source>
        <translation>Você está em destaque</translation>
    </message>
    <message>
        <source>You are in the spotlight: everybody hears you louder in {s:.1f} s</source>
        <translation>Você está em destaque: todos ouvem você mais forte em {s:.1f} s</translation>
    </message>
    <message>
        <source>You are not in the circle: only you hear what you play</source>
        <translation>Você não está na roda: só você ouve o que toca</translation>
    </message>
    <message>
        <source>You have no sound. The others hear you in {s:.1f} s</source>
        <translation>Você está sem som. Os outros ouvem você em {s:.1f} s</translation>
    </message>
    <message>
        <source>You may conduct now, too.</source>
        <translation>Agora você também pode conduzir.</translation>
    </message>
    <message>
        <source>You no longer conduct: the conductor has taken it back.</source>
        <translation>Você não conduz mais: a condução retirou isso.</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s</source>
        <translation>Você vai ouvir o que toca em {s:.1f} s</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s, together with everyone</source>
        <translation>Você vai ouvir o que toca em {s:.1f} s, junto com todos</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Your mixer silences everyone</source>
        <translation>Seu mixer silencia todos</translation>
    </message>
    <message>
        <source>Your mixer silences everyone. The others hear you in {s:.1f} s</source>
        <translation>Seu mixer silencia todos. Os outros ouvem você em {s:.1f} s</translation>
    </message>
    <message>
        <source>Your volume is 0. The others hear you in {s:.1f} s</source>
        <translation>Seu volume é 0. Os outros ouvem você em {s:.1f} s</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>ms, últimos 60 s</translation>
    </message>
    <message>
        <source>{name} is in the spotlight: all others sound softer</source>
        <translation>{name} está em destaque: os outros soam mais suave</translation>
    </message>
</context>
<context>
    <name>PlotsCard</name>
    <message>
        <source>All measurements as a table (CSV)…</source>
        <translation>Todas as medidas como tabela (CSV)…</translation>
    </message>
    <message>
        <source>Both plots as a picture (PNG)…</source>
        <translation>Os dois gráficos como imagem (PNG)…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar para</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>Latências</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Skews</source>
        <translation>Desvios</translation>
    </message>
    <message>
        <source>Stop the plots; measurements are still recorded</source>
        <translation>Parar os gráficos; as medidas continuam sendo registradas</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>O último minuto</numerusform>
            <numerusform>Os últimos %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Sincronia</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>one-way latency in ms</source>
        <translation>latência de ida em ms</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>salas</translation>
    </message>
    <message>
        <source>skew in ms (up: later)</source>
        <translation>desvio em ms (acima: depois)</translation>
    </message>
    <message>
        <source>skew in ms (up: later), ± uncertainty</source>
        <translation>desvio em ms (acima: depois), ± incerteza</translation>
    </message>
    <message>
        <source>skew in ms (up: later); the band is its uncertainty</source>
        <translation>desvio em ms (acima: depois); a faixa é a incerteza</translation>
    </message>
    <message>
        <source>skew in ms</source>
        <translation>desvio em ms</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>não foi possível escrever a imagem</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>A circle of your own</source>
        <translation>Uma roda só sua</translation>
    </message>
    <message>
        <source>Afoxé</source>
        <translation>Afoxé</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Roda</translation>
    </message>
    <message>
        <source>Cycle {n}: {points} points, {side}, off by {spread} ms</source>
        <translation>Ciclo {n}: {points} pontos, {side}, desvio {spread} ms</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Roda de tambores</translation>
    </message>
    <message>
        <source>Even strokes</source>
        <translation>Toques regulares</translation>
    </message>
    <message>
        <source>Keep my strokes coming round</source>
        <translation>Manter meus toques voltando</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Marcha</translation>
    </message>
    <message>
        <source>On the beat</source>
        <translation>No tempo</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praticar</translation>
    </message>
    <message>
        <source>Samba</source>
        <translation>Samba</translation>
    </message>
    <message>
        <source>Son</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Start after a count-in, or stop with the cycle (Ctrl+Enter)</source>
        <translation>Iniciar depois de uma contagem, ou parar com o ciclo (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Start, wait for the count-in, and play with the guide. Each cycle gets up to 100 points.</source>
        <translation>Inicie, espere a contagem e toque com o guia. Cada ciclo vale até 100 pontos.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Taking turns</source>
        <translation>Um de cada vez</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Andamento</translation>
    </message>
    <message>
        <source>They play</source>
        <translation>Eles tocam</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Sincronia</translation>
    </message>
    <message>
        <source>best at this tempo</source>
        <translation>melhor neste andamento</translation>
    </message>
    <message>
        <source>latest cycles</source>
        <translation>últimos ciclos</translation>
    </message>
    <message>
        <source>points, last cycle</source>
        <translation>pontos, último ciclo</translation>
    </message>
    <message>
        <source>{ms} ms ahead</source>
        <translation>{ms} ms adiantado</translation>
    </message>
    <message>
        <source>{ms} ms behind</source>
        <translation>{ms} ms atrasado</translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message>
        <source>Export the settings</source>
        <translation>Exportar as configurações</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar configurações</translation>
    </message>
    <message>
        <source>New here? Four steps lead to your first stroke.</source>
        <translation>Primeira vez aqui? Quatro passos levam ao seu primeiro toque.</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Início rápido</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>As soon as struck</source>
        <translation>Assim que são tocados</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Ask once a day whether there is one</source>
        <translation>Perguntar uma vez por dia se há uma</translation>
    </message>
    <message>
        <source>Ask the router to open the port</source>
        <translation>Pedir ao roteador que abra a porta</translation>
    </message>
    <message>
        <source>Beats per minute</source>
        <translation>Batidas por minuto</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>By invite</source>
        <translation>Com convite</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Alterar…</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Conduzir</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Tambor</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Host and port, such as 127.0.0.1:9000</source>
        <translation>Máquina e porta, como 127.0.0.1:9000</translation>
    </message>
    <message>
        <source>How many play with you</source>
        <translation>Quantos tocam com você</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>In a cycle</source>
        <translation>Em um ciclo</translation>
    </message>
    <message>
        <source>In the circles that you launch</source>
        <translation>Nas rodas que você cria</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Bater</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Lead it; needs the package linkpython-extern</source>
        <translation>Marcar o andamento; precisa do pacote linkpython-extern</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimento</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>Deixar a internet entrar</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Light, dark, or with high contrast</source>
        <translation>Claro, escuro ou com alto contraste</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>Clock MIDI, com início, parada e posição da música</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>Saída MIDI</translation>
    </message>
    <message>
        <source>Milliseconds, for late modules</source>
        <translation>Milissegundos, para módulos atrasados</translation>
    </message>
    <message>
        <source>Milliseconds; Timing… measures it</source>
        <translation>Milissegundos; Sincronia… mede</translation>
    </message>
    <message>
        <source>Milliseconds; time tags stay exact</source>
        <translation>Milissegundos; as marcas de tempo continuam exatas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Versões novas</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Nenhuma configuração corresponde.</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Notas dos tambores</translation>
    </message>
    <message>
        <source>Number in the cycle, length and speed</source>
        <translation>Número no ciclo, duração e andamento</translation>
    </message>
    <message>
        <source>Of all windows</source>
        <translation>De todas as janelas</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>On which strokes are sent; drums are on 10</source>
        <translation>Pelo qual os toques são enviados; a percussão fica no 10</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberta</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Os outros</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Meus toques</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>Adiantar o som em</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praticar</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Perfis…</translation>
    </message>
    <message>
        <source>Record each circle that you launch</source>
        <translation>Gravar cada roda que você cria</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Gravar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Reset: all MIDI drums. Choose it while you play</source>
        <translation>Restaurar: todos os tambores MIDI. Escolha ao tocar</translation>
    </message>
    <message>
        <source>Reset: none. Choose it while you play</source>
        <translation>Redefinir: nenhuma. Escolha enquanto toca</translation>
    </message>
    <message>
        <source>Reset: the built-in sounds. Choose it while you play</source>
        <translation>Restaurar: os sons incluídos. Escolha ao tocar</translation>
    </message>
    <message>
        <source>Reset: the system&apos;s. Choose it while you play</source>
        <translation>Restaurar: o do sistema. Escolha ao tocar</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Procurar nas configurações</translation>
    </message>
    <message>
        <source>Send OSC to</source>
        <translation>Enviar OSC para</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>Enviar antes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Dispositivo de som</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Toques</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Andamento</translation>
    </message>
    <message>
        <source>That players connect to; 0: any free one</source>
        <translation>Em que as pessoas se conectam; 0: qualquer uma livre</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>A guia, com a contagem</translation>
    </message>
    <message>
        <source>The hand goes from beat to beat</source>
        <translation>O ponteiro vai de tempo em tempo</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>Os toques dos outros</translation>
    </message>
    <message>
        <source>What is heard of the guide</source>
        <translation>O que se ouve da guia</translation>
    </message>
    <message>
        <source>What is heard of the players</source>
        <translation>O que se ouve dos músicos</translation>
    </message>
    <message>
        <source>What the others call you</source>
        <translation>Como os outros chamam você</translation>
    </message>
    <message>
        <source>When they are sent</source>
        <translation>Quando são enviados</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>Quando voltam a soar</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Quem pode entrar</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>Com o seu som</translation>
    </message>
    <message>
        <source>With which your drum module plays them</source>
        <translation>Com as quais o seu módulo de bateria os toca</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>A profile keeps your settings under a name. Invites, hubs and recordings are not in it.</source>
        <translation>Um perfil guarda suas configurações com um nome. Convites, hubs e gravações não fazem parte dele.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Keep as profile</source>
        <translation>Guardar como perfil</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>Nome de um perfil novo</translation>
    </message>
    <message>
        <source>Name, such as “stage” or “Ana”</source>
        <translation>Nome, por exemplo “palco” ou “Ana”</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfis</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code</source>
        <translation>Código QR</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>The queue is empty. Add songs from the library (Alt+2) or with any MPD client.</source>
        <translation>A fila está vazia. Adicione músicas da biblioteca (Alt+2) ou com qualquer cliente MPD.</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>artist</source>
        <translation>artista</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duração</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>{title}, current song</source>
        <translation>{title}, música atual</translation>
    </message>
</context>
<context>
    <name>QuickStart</name>
    <message>
        <source>A MIDI drum plays as soon as it is plugged in. A real drum plays through a microphone: press Microphone… while you play. Without either, strike the pads with the mouse or the keys on them.</source>
        <translation>Um tambor MIDI toca assim que é conectado. Um tambor de verdade toca por um microfone: aperte Microfone… enquanto toca. Sem nenhum, toque os pads com o mouse ou com as teclas escritas neles.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Everything you play comes round one turn of the ring later, and then everybody hears it. Try it by yourself with Practice, or paste an invite under Join.</source>
        <translation>Tudo o que você toca volta uma volta do anel depois, e então todos ouvem. Experimente sozinho em Praticar, ou cole um convite em Participar.</translation>
    </message>
    <message>
        <source>In which language do you want to read?</source>
        <translation>Em que idioma você quer ler?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praticar</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Início rápido</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Passo {n} de {all}</translation>
    </message>
    <message>
        <source>What the others in the circle call you.</source>
        <translation>Como os outros na roda chamam você.</translation>
    </message>
    <message>
        <source>Your drum</source>
        <translation>Seu tambor</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>Close it again</source>
        <translation>Fechar de novo</translation>
    </message>
    <message>
        <source>Finding out who can come in …</source>
        <translation>Verificando quem pode entrar …</translation>
    </message>
    <message>
        <source>IPv6 is the newer kind of internet address, which not every player has. For the others, launch the circle on a hub. If players with IPv6 cannot connect, let port {port} through your router&apos;s firewall.</source>
        <translation>IPv6 é o tipo mais novo de endereço da internet, e nem todos têm. Para os outros, crie a roda em um hub. Se nem com IPv6 conseguirem se conectar, libere a porta {port} no firewall do seu roteador.</translation>
    </message>
    <message>
        <source>If players cannot connect, let Drum Circle through this computer&apos;s firewall.</source>
        <translation>Se ninguém consegue se conectar, libere o Drum Circle no firewall deste computador.</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>Deixar a internet entrar</translation>
    </message>
    <message>
        <source>Only players on this computer can come in</source>
        <translation>Só músicos neste computador podem entrar</translation>
    </message>
    <message>
        <source>Only players on this network can come in so far</source>
        <translation>Por enquanto só músicos desta rede podem entrar</translation>
    </message>
    <message>
        <source>Only players on this network can come in</source>
        <translation>Só músicos desta rede podem entrar</translation>
    </message>
    <message>
        <source>Only players with IPv6 can come in</source>
        <translation>Só músicos com IPv6 podem entrar</translation>
    </message>
    <message>
        <source>Players anywhere on the internet can come in</source>
        <translation>Músicos de toda a internet podem entrar</translation>
    </message>
    <message>
        <source>Players at your place can join. For the others, forward port {port} to this computer in your router&apos;s settings, or launch the circle on a hub.</source>
        <translation>Quem está com você pode participar. Para os outros, encaminhe a porta {port} para este computador no seu roteador, ou crie a roda num hub.</translation>
    </message>
    <message>
        <source>The circle is for this computer only, or the computer is not in a network.</source>
        <translation>A roda é só para este computador, ou o computador não está numa rede.</translation>
    </message>
    <message>
        <source>The hub has tried it: your router passes players on to this computer.</source>
        <translation>O hub testou: seu roteador envia as pessoas a este computador.</translation>
    </message>
    <message>
        <source>The hub has tried to connect to this computer, and could not: a firewall keeps players out. Let port {port} through, in this computer&apos;s firewall and in your router&apos;s, or launch the circle on a hub.</source>
        <translation>O hub tentou se conectar a este computador e não conseguiu: um firewall barra as pessoas. Libere a porta {port} no firewall deste computador e no do seu roteador, ou crie a roda num hub.</translation>
    </message>
    <message>
        <source>The router is being asked. This takes some seconds.</source>
        <translation>O roteador está sendo consultado. Leva alguns segundos.</translation>
    </message>
    <message>
        <source>Your router can let in players from the internet until the circle ends. Let it do so?</source>
        <translation>Seu roteador pode deixar entrar gente da internet até a roda terminar. Quer isso?</translation>
    </message>
    <message>
        <source>Your router did not open the port: {why}.</source>
        <translation>Seu roteador não abriu a porta: {why}.</translation>
    </message>
    <message>
        <source>Your router is itself behind another one, at your place or at your provider&apos;s. So players elsewhere cannot reach you. For them, launch the circle on a hub.</source>
        <translation>Seu roteador está atrás de outro, na sua casa ou no provedor. Por isso quem está fora não chega até você. Para essas pessoas, crie a roda num hub.</translation>
    </message>
    <message>
        <source>Your router passes players on to this computer until the circle ends.</source>
        <translation>Seu roteador envia as pessoas a este computador até a roda terminar.</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>Address in the invites</source>
        <translation>Endereço nos convites</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Choose an address, or type another one, such as the name of your router</source>
        <translation>Escolha um endereço ou digite outro, como o nome do seu roteador</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>como você digitou</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>internet</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este computador</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>esta rede</translation>
    </message>
    <message>
        <source>this provider</source>
        <translation>este provedor</translation>
    </message>
</context>
<context>
    <name>RecapView</name>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n ciclo</numerusform>
            <numerusform>%n ciclos</numerusform>
        </translation>
    </message>
    <message>
        <source>As a sound that can be repeated without a gap</source>
        <translation>Como som que se repete sem falhas</translation>
    </message>
    <message>
        <source>Back to the recordings (Esc)</source>
        <translation>Voltar às gravações (Esc)</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Copiar o arquivo</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>Para um sequenciador: uma faixa por pessoa</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>Arquivos MIDI (*.mid)</translation>
    </message>
    <message>
        <source>Play this cycle again and again (Enter)</source>
        <translation>Tocar este ciclo repetidamente (Enter)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Músicos</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Gravações</translation>
    </message>
    <message>
        <source>Save as MIDI…</source>
        <translation>Salvar como MIDI…</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Salvar como WAV…</translation>
    </message>
    <message>
        <source>Save the loop</source>
        <translation>Salvar o loop</translation>
    </message>
    <message>
        <source>Show the tightest cycle</source>
        <translation>Mostrar o ciclo mais junto</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>Arquivos de som (*.wav)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation>Mais junto</translation>
    </message>
    <message>
        <source>To paste it into a mail, a chat or a folder</source>
        <translation>Para colar em um e-mail, uma conversa ou uma pasta</translation>
    </message>
    <message>
        <source>a few strokes</source>
        <translation>poucos toques</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>the tightest</source>
        <translation>o mais junto</translation>
    </message>
    <message>
        <source>together within {around}</source>
        <translation>juntos em {around}</translation>
    </message>
    <message>
        <source>{circle}, cycle {number}</source>
        <translation>{circle}, ciclo {number}</translation>
    </message>
</context>
<context>
    <name>RecentCircles</name>
    <message>
        <source>Double-click, or press Enter, to join again</source>
        <translation>Clique duplo ou Enter para participar de novo</translation>
    </message>
    <message>
        <source>{circle} at {host}</source>
        <translation>{circle} em {host}</translation>
    </message>
</context>
<context>
    <name>RecordingsList</name>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation>
            <numerusform>%Ln toque</numerusform>
            <numerusform>%Ln toques</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Gravações</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} e mais {more}</translation>
    </message>
    <message>
        <source>{size} · unfinished</source>
        <translation>{size} · inacabada</translation>
    </message>
</context>
<context>
    <name>RecordingsView</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Every circle you play in is recorded. You find it here as soon as you have left it.</source>
        <translation>Toda roda em que você toca é gravada. Você a encontra aqui assim que sair dela.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar para</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>Arquivos MIDI (*.mid)</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Ainda não há gravações</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Gravações</translation>
    </message>
    <message>
        <source>Rename the recording</source>
        <translation>Renomear a gravação</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>Arquivos de som (*.wav)</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Back to logging in</source>
        <translation>Voltar à entrada</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nome da conta</translation>
    </message>
    <message>
        <source>One-time code, for the hub&apos;s first administrator only</source>
        <translation>Código de uso único, só para a primeira administração do hub</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Senha de novo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrar-se</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Its music plays on, but no longer together with the others. Its offset and volume trim are lost.</source>
        <translation>A música lá continua, mas não mais junto com as outras. Perdem-se o desvio e o ajuste de volume.</translation>
    </message>
    <message>
        <source>Remove a room</source>
        <translation>Tirar uma sala</translation>
    </message>
    <message>
        <source>Remove {room} from the group?</source>
        <translation>Tirar {room} do grupo?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>RemoveMemberQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>Remover uma pessoa</translation>
    </message>
    <message>
        <source>Remove {name} from the circle?</source>
        <translation>Remover {name} da roda?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>{name} is disconnected and hears nothing more.</source>
        <translation>{name} perde a conexão e não ouve mais nada.</translation>
    </message>
</context>
<context>
    <name>RenewButton</name>
    <message>
        <source>Replace both invites…</source>
        <translation>Trocar os dois convites…</translation>
    </message>
</context>
<context>
    <name>RenewQuestion</name>
    <message>
        <source>Keep the old ones</source>
        <translation>Manter os antigos</translation>
    </message>
    <message>
        <source>Nobody can join with the old invite for players or for conductors any more. Everybody who is in the circle stays in it. Other conductors are told, and get the new ones. Limited invites stay valid.</source>
        <translation>Ninguém mais entra com o convite antigo para tocar ou para conduzir. Quem está na roda fica nela. As outras pessoas que conduzem são avisadas e recebem os novos. Os convites limitados continuam valendo.</translation>
    </message>
    <message>
        <source>Replace both invites</source>
        <translation>Trocar os dois convites</translation>
    </message>
    <message>
        <source>Replace both</source>
        <translation>Trocar os dois</translation>
    </message>
    <message>
        <source>Replace both invites by new ones?</source>
        <translation>Trocar os dois convites por novos?</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Drum Circle keeps running, but something may not work. Please send us this report.</source>
        <translation>O Drum Circle continua funcionando, mas algo pode falhar. Por favor, envie este relatório.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>Algo inesperado deu errado</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo deu errado</translation>
    </message>
    <message numerus="yes">
        <source>{summary} (and %n more)</source>
        <translation>
            <numerusform>{summary} (e mais %n)</numerusform>
            <numerusform>{summary} (e mais %n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source> of cycle {cycle}</source>
        <translation> do ciclo {cycle}</translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n músico</numerusform>
            <numerusform>%n músicos</numerusform>
        </translation>
    </message>
    <message>
        <source>, comes round in {wait} s</source>
        <translation>, volta em {wait} s</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Prepare-se</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sem conexão</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Anel</translation>
    </message>
    <message>
        <source>beat {number} of {beats}</source>
        <translation>tempo {number} de {beats}</translation>
    </message>
    <message>
        <source>begins in {s:.0f} s</source>
        <translation>começa em {s:.0f} s</translation>
    </message>
    <message>
        <source>connecting again</source>
        <translation>conectando de novo</translation>
    </message>
    <message>
        <source>finding the beat</source>
        <translation>achando o tempo</translation>
    </message>
    <message>
        <source>playing at {bpm} beats per minute</source>
        <translation>tocando a {bpm} batidas por minuto</translation>
    </message>
    <message>
        <source>press Start</source>
        <translation>aperte Iniciar</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>stops in {s:.0f} s</source>
        <translation>para em {s:.0f} s</translation>
    </message>
    <message>
        <source>waiting for the conductor</source>
        <translation>esperando a condução</translation>
    </message>
    <message>
        <source>waiting to be let in</source>
        <translation>esperando para entrar</translation>
    </message>
    <message>
        <source>you are not in the circle</source>
        <translation>você não está na roda</translation>
    </message>
    <message>
        <source>{beats} beats in {s:.0f} s</source>
        <translation>{beats} tempos em {s:.0f} s</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm in {s:.0f} s</source>
        <translation>{bpm:.4g} bpm em {s:.0f} s</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm, {beats} beats in {s:.0f} s</source>
        <translation>{bpm:.4g} bpm, {beats} tempos em {s:.0f} s</translation>
    </message>
    <message numerus="yes">
        <source>{cue} in %n beat(s)</source>
        <translation>
            <numerusform>{cue} em %n tempo</numerusform>
            <numerusform>{cue} em %n tempos</numerusform>
        </translation>
    </message>
    <message>
        <source>{cue} in</source>
        <translation>{cue} em</translation>
    </message>
    <message>
        <source>{name} chosen</source>
        <translation>{name} escolhido</translation>
    </message>
    <message>
        <source>{name}, on beat {beat}</source>
        <translation>{name}, no tempo {beat}</translation>
    </message>
    <message>
        <source>{who}: {cue}</source>
        <translation>{who}: {cue}</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>/srv/music, or pi@kitchen.local:Music by SFTP</source>
        <translation>/srv/music, ou pi@cozinha.local:Music por SFTP</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Adicionar uma sala</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Another room has this name. Choose a different one.</source>
        <translation>Outra sala tem este nome. Escolha um diferente.</translation>
    </message>
    <message>
        <source>Any computer that runs MPD, the Music Player Daemon, can be a room.</source>
        <translation>Qualquer computador com MPD, o Music Player Daemon, pode ser uma sala.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Computer, port</source>
        <translation>Computador, porta</translation>
    </message>
    <message>
        <source>Enter the computer&apos;s name or address.</source>
        <translation>Digite o nome ou o endereço do computador.</translation>
    </message>
    <message>
        <source>Found in this network</source>
        <translation>Encontrados nesta rede</translation>
    </message>
    <message>
        <source>Found in this network:</source>
        <translation>Encontrados nesta rede:</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Cozinha</translation>
    </message>
    <message>
        <source>Music folder of this room</source>
        <translation>Pasta de música desta sala</translation>
    </message>
    <message>
        <source>Music folder</source>
        <translation>Pasta de música</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Needed only for uploads to this room.</source>
        <translation>Só é preciso para enviar a esta sala.</translation>
    </message>
    <message>
        <source>No other MPD server was found. Enter its address below; servers that do not announce themselves (zeroconf_enabled in mpd.conf) cannot be found.</source>
        <translation>Nenhum outro servidor MPD foi encontrado. Digite o endereço abaixo; servidores que não se anunciam (zeroconf_enabled no mpd.conf) não podem ser encontrados.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Procurar de novo</translation>
    </message>
    <message>
        <source>Searching for MPD servers in this network…</source>
        <translation>Procurando servidores MPD nesta rede…</translation>
    </message>
    <message>
        <source>kitchen.local or 192.168.1.20</source>
        <translation>cozinha.local ou 192.168.1.20</translation>
    </message>
    <message>
        <source>only if MPD asks for one</source>
        <translation>só se o MPD pedir</translation>
    </message>
    <message>
        <source>{name} · {where}</source>
        <translation>{name} · {where}</translation>
    </message>
    <message>
        <source>{room} has this address already.</source>
        <translation>{room} já tem este endereço.</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
</context>
<context>
    <name>RoomsCard</name>
    <message>
        <source>1 room</source>
        <translation>1 sala</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Adicionar uma sala</translation>
    </message>
    <message>
        <source>Address, password and music folder (Enter)</source>
        <translation>Endereço, senha e pasta de música (Enter)</translation>
    </message>
    <message>
        <source>All rooms are off</source>
        <translation>Todas as salas estão desligadas</translation>
    </message>
    <message>
        <source>All {n} rooms together</source>
        <translation>As {n} salas juntas</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Enter its address, or choose one found in your network (Ctrl+N)</source>
        <translation>Digite o endereço ou escolha um encontrado na rede (Ctrl+N)</translation>
    </message>
    <message>
        <source>Find the right offset by ear (T)</source>
        <translation>Achar o desvio certo de ouvido (T)</translation>
    </message>
    <message>
        <source>Remove the room from the group (Delete)</source>
        <translation>Tirar a sala do grupo (Del)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>{n} of {all} rooms together</source>
        <translation>{n} de {all} salas juntas</translation>
    </message>
    <message>
        <source>{n} of {all} rooms together, {rest} not measured yet</source>
        <translation>{n} de {all} salas juntas, {rest} ainda sem medir</translation>
    </message>
    <message>
        <source>{n} rooms play, not measured yet</source>
        <translation>{n} salas tocam, ainda sem medir</translation>
    </message>
</context>
<context>
    <name>RoomsDelegate</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Offset in milliseconds</source>
        <translation>Desvio em milissegundos</translation>
    </message>
    <message>
        <source>Volume trim</source>
        <translation>Ajuste de volume</translation>
    </message>
</context>
<context>
    <name>RoomsHeader</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Voltar (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>How a phone or another MPD client connects to the rooms</source>
        <translation>Como um celular ou outro cliente MPD se conecta às salas</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>Como conectar</translation>
    </message>
    <message>
        <source>MPD clients: {place} · {clients}</source>
        <translation>Clientes MPD: {place} · {clients}</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>closed for MPD clients</source>
        <translation>fechado para clientes MPD</translation>
    </message>
    <message>
        <source>{place} · {clients}</source>
        <translation>{place} · {clients}</translation>
    </message>
</context>
<context>
    <name>RoomsModel</name>
    <message>
        <source>How much later than the reference room it sounds, with the uncertainty (±)</source>
        <translation>Quanto mais tarde que a sala de referência ela soa, com a incerteza (±)</translation>
    </message>
    <message>
        <source>How much later the room should sound (← and → keys, with Shift by 10; double-click to type)</source>
        <translation>Quanto mais tarde a sala deve soar (teclas ← e →, com Shift de 10 em 10; clique duplo para digitar)</translation>
    </message>
    <message>
        <source>How much louder than the group&apos;s volume, in points (+ and − keys; double-click to type)</source>
        <translation>Quanto mais alto que o grupo, em pontos (teclas + e −; clique duplo para digitar)</translation>
    </message>
    <message>
        <source>Time a command takes to reach the room</source>
        <translation>Tempo que um comando leva até a sala</translation>
    </message>
    <message>
        <source>Whether the room plays with the group (Space)</source>
        <translation>Se a sala toca com o grupo (espaço)</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>entrando</translation>
    </message>
    <message>
        <source>joins with the next song</source>
        <translation>entra com a próxima música</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>falta %n música</numerusform>
            <numerusform>faltam %n músicas</numerusform>
        </translation>
    </message>
    <message>
        <source>latency</source>
        <translation>latência</translation>
    </message>
    <message>
        <source>lead room</source>
        <translation>sala principal</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sem resposta</translation>
    </message>
    <message>
        <source>not controlled</source>
        <translation>sem controle</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>sem medir</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligada</translation>
    </message>
    <message>
        <source>offset, ms</source>
        <translation>desvio, ms</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ligada</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>em pausa</translation>
    </message>
    <message>
        <source>receives the queue</source>
        <translation>recebe a fila</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referência</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusado</translation>
    </message>
    <message>
        <source>room</source>
        <translation>sala</translation>
    </message>
    <message>
        <source>skew</source>
        <translation>desvio</translation>
    </message>
    <message>
        <source>song</source>
        <translation>música</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>together</source>
        <translation>juntas</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>tentando de novo</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>sem acesso</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volume</translation>
    </message>
    <message>
        <source>without this song</source>
        <translation>sem esta música</translation>
    </message>
    <message>
        <source>{0:.0%} lost</source>
        <translation>{0:.0%} perdido</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ms</translation>
    </message>
</context>
<context>
    <name>RoomsStartCard</name>
    <message>
        <source>Add your rooms, or have them found. Then play music from here or from any MPD client: all rooms start together and stay together.</source>
        <translation>Adicione suas salas ou mande procurá-las. Depois toque música daqui ou de qualquer cliente MPD: todas começam juntas e seguem juntas.</translation>
    </message>
    <message>
        <source>Keeps the music players (MPD) of all your rooms together.</source>
        <translation>Mantém juntos os tocadores (MPD) de todas as suas salas.</translation>
    </message>
    <message>
        <source>Open the rooms</source>
        <translation>Abrir as salas</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
</context>
<context>
    <name>RoomsTable</name>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Tirar…</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Desligar</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Ligar</translation>
    </message>
    <message>
        <source>Tap along…</source>
        <translation>Marcar…</translation>
    </message>
    <message>
        <source>Type the offset…</source>
        <translation>Digitar o desvio…</translation>
    </message>
    <message>
        <source>Type the volume…</source>
        <translation>Digitar o volume…</translation>
    </message>
</context>
<context>
    <name>RoomsTabs</name>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>%Ln música</numerusform>
            <numerusform>%Ln músicas</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt+{n}</source>
        <translation>Alt+{n}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Esvaziar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Remove all songs from the queue</source>
        <translation>Tirar todas as músicas da fila</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazia</translation>
    </message>
    <message>
        <source>{songs} · {length}</source>
        <translation>{songs} · {length}</translation>
    </message>
</context>
<context>
    <name>RoomsView</name>
    <message>
        <source>A room is any computer with speakers that runs MPD, the Music Player Daemon. All rooms you add play the same music at the same moment, and any MPD client controls them.</source>
        <translation>Uma sala é qualquer computador com caixas de som e MPD, o Music Player Daemon. Todas as salas que você adiciona tocam a mesma música no mesmo instante, e qualquer cliente MPD as controla.</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Adicionar uma sala</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Look for rooms</source>
        <translation>Procurar salas</translation>
    </message>
    <message>
        <source>No rooms yet</source>
        <translation>Ainda não há salas</translation>
    </message>
    <message>
        <source>The plots could not be exported: {why}</source>
        <translation>Não foi possível exportar os gráficos: {why}</translation>
    </message>
    <message>
        <source>Try another folder.</source>
        <translation>Tente outra pasta.</translation>
    </message>
</context>
<context>
    <name>RosterDesk</name>
    <message>
        <source>Search the players</source>
        <translation>Procurar músicos</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>A condução removeu você da roda.</translation>
    </message>
    <message>
        <source>The same invite works again.</source>
        <translation>O mesmo convite vale de novo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>{name} may come back.</source>
        <translation>{name} pode voltar.</translation>
    </message>
    <message>
        <source>{name} was removed and cannot come back for 10 minutes.</source>
        <translation>{name} foi removido e não pode voltar por 10 minutos.</translation>
    </message>
</context>
<context>
    <name>RosterHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
</context>
<context>
    <name>RosterMenu</name>
    <message>
        <source>End the spotlight</source>
        <translation>Tirar o destaque</translation>
    </message>
    <message>
        <source>Let this player conduct</source>
        <translation>Deixar esta pessoa conduzir</translation>
    </message>
    <message>
        <source>Level for all</source>
        <translation>Nível para todos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Only this player</source>
        <translation>Só esta pessoa</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Spotlight: louder than all others</source>
        <translation>Destaque: mais forte que todos os outros</translation>
    </message>
    <message>
        <source>Take back conducting</source>
        <translation>Retirar a condução</translation>
    </message>
    <message>
        <source>The player&apos;s name</source>
        <translation>O nome</translation>
    </message>
    <message>
        <source>Why do I not hear them?</source>
        <translation>Por que não ouço esta pessoa?</translation>
    </message>
    <message>
        <source>{level} %</source>
        <translation>{level} %</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>How late this player plays on average (minus: early), and how much that varies</source>
        <translation>Quanto esta pessoa se atrasa em média (menos: adianta) e quanto isso varia</translation>
    </message>
    <message>
        <source>How long before they sound this player&apos;s strokes reach everybody</source>
        <translation>Quanto antes de soar os toques desta pessoa chegam a todos</translation>
    </message>
    <message>
        <source>Largest possible error of this player&apos;s clock</source>
        <translation>Maior erro possível do relógio desta pessoa</translation>
    </message>
    <message>
        <source>Strokes of the last minute that reached this player too late and were not played</source>
        <translation>Toques do último minuto que chegaram tarde a esta pessoa e não soaram</translation>
    </message>
    <message>
        <source>Time a message takes to the server and back</source>
        <translation>Tempo que uma mensagem leva até o servidor e de volta</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>relógio</translation>
    </message>
    <message>
        <source>conductor</source>
        <translation>condução</translation>
    </message>
    <message>
        <source>early by</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>saiu</translation>
    </message>
    <message>
        <source>late</source>
        <translation>tarde</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>em silêncio</translation>
    </message>
    <message>
        <source>round trip</source>
        <translation>ida/volta</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>destaque</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>ritmo</translation>
    </message>
    <message>
        <source>you</source>
        <translation>você</translation>
    </message>
    <message>
        <source>{0:,.0f} ms</source>
        <translation>{0:,.0f} ms</translation>
    </message>
    <message>
        <source>{0:.2f} s</source>
        <translation>{0:.2f} s</translation>
    </message>
    <message>
        <source>{late:+.0f} ±{around:.0f} ms</source>
        <translation>{late:+.0f} ±{around:.0f} ms</translation>
    </message>
    <message>
        <source>±{0:,.1f} ms</source>
        <translation>±{0:,.1f} ms</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Message {name}</source>
        <translation>Mensagem a {name}</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mais para {name}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>Silenciar {name}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Nobody hears a muted member (M)</source>
        <translation>Ninguém ouve quem está em silêncio (M)</translation>
    </message>
    <message>
        <source>Remove this member from the circle (Delete)</source>
        <translation>Remover esta pessoa da roda (Del)</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remover {name}</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Tirar…</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>Reativar som de {name}</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Reativar som</translation>
    </message>
    <message>
        <source>Write to this member alone (Enter)</source>
        <translation>Escrever só para esta pessoa (Enter)</translation>
    </message>
</context>
<context>
    <name>RosterSearch</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausentes</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Em silêncio</translation>
    </message>
    <message>
        <source>Name or part</source>
        <translation>Nome ou parte</translation>
    </message>
    <message>
        <source>Search the players by name or part (Ctrl+F)</source>
        <translation>Procurar músicos por nome ou parte (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the players by name or part</source>
        <translation>Procurar músicos por nome ou parte</translation>
    </message>
    <message>
        <source>Which players are shown</source>
        <translation>Quais músicos aparecem</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} de {all}</translation>
    </message>
</context>
<context>
    <name>RosterTable</name>
    <message>
        <source>Message {name}</source>
        <translation>Mensagem a {name}</translation>
    </message>
    <message>
        <source>Mute {name} for everyone</source>
        <translation>Silenciar {name} para todos</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Músicos</translation>
    </message>
    <message>
        <source>Remove {name}…</source>
        <translation>Remover {name}…</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>Reativar som de {name}</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>kept</source>
        <translation>cumprida</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>não cumprida</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pendente</translation>
    </message>
</context>
<context>
    <name>SideStack</name>
    <message>
        <source>Round trips</source>
        <translation>Ida e volta</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>ms, últimos 60 s</translation>
    </message>
</context>
<context>
    <name>Sounds</name>
    <message>
        <source>Agogo, high</source>
        <translation>Agogô, agudo</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>Agogô, grave</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>Bumbo</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>Nota de baixo</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>Bongô, agudo</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>Bongô, grave</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Conga, low</source>
        <translation>Conga, grave</translation>
    </message>
    <message>
        <source>Conga, open</source>
        <translation>Conga, aberta</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>Conga, slap</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>Cowbell</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Crash</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>Djembê, grave</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>Djembê, slap</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>Djembê, tom</translation>
    </message>
    <message>
        <source>Dundun</source>
        <translation>Dundun</translation>
    </message>
    <message>
        <source>Guiro</source>
        <translation>Reco-reco</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>Palmas</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>Chimbal, fechado</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>Chimbal, aberto</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>Chimbal, pedal</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Condução</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>Condução, cúpula</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>Chocalho</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>Side stick</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>Caixa</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>Pandeirola</translation>
    </message>
    <message>
        <source>Timbale</source>
        <translation>Timbale</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>Tom, agudo</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>Tom, grave</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>Tom, médio</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Triângulo</translation>
    </message>
    <message>
        <source>Triangle, muted</source>
        <translation>Triângulo, abafado</translation>
    </message>
    <message>
        <source>Wood block</source>
        <translation>Bloco de madeira</translation>
    </message>
</context>
<context>
    <name>SpotlightLine</name>
    <message>
        <source>End spotlight</source>
        <translation>Tirar destaque</translation>
    </message>
    <message>
        <source>{name} is in the spotlight</source>
        <translation>{name} está em destaque</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Check your name, then press Join.</source>
        <translation>Confira seu nome e aperte Participar.</translation>
    </message>
    <message>
        <source>Connecting to “{circle}” at {host} …</source>
        <translation>Conectando a “{circle}” em {host} …</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
    <message>
        <source>Everyone hears everyone one turn of the ring later, exactly in time, anywhere in the world.</source>
        <translation>Todos ouvem todos uma volta do anel depois, exatamente no tempo, em qualquer lugar do mundo.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>How to begin, and what to do when something does not work (F1)</source>
        <translation>Como começar e o que fazer quando algo não funciona (F1)</translation>
    </message>
    <message>
        <source>Language, look, sound and more, with a search (Ctrl+,)</source>
        <translation>Idioma, aparência, som e mais, com busca (Ctrl+,)</translation>
    </message>
    <message>
        <source>Play by yourself, with a guide, bots and a score (Ctrl+T)</source>
        <translation>Toque sozinho, com guia, bots e pontos (Ctrl+T)</translation>
    </message>
    <message>
        <source>Play, export and rename what was recorded (Ctrl+R)</source>
        <translation>Ouvir, exportar e renomear o que foi gravado (Ctrl+R)</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praticar</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Gravações</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Parar de esperar</translation>
    </message>
    <message>
        <source>Waiting to be let in to “{circle}” …</source>
        <translation>Esperando que deixem você entrar em “{circle}”…</translation>
    </message>
    <message>
        <source>You are invited to “{circle}” at {host}.</source>
        <translation>Você foi convidado para “{circle}” em {host}.</translation>
    </message>
    <message>
        <source>You have played. See each cycle, how tight you were, and keep a loop of it.</source>
        <translation>Você tocou. Veja cada ciclo, quão juntos vocês estavam, e guarde um loop.</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
</context>
<context>
    <name>TapDialog</name>
    <message numerus="yes">
        <source>%n more tap(s)</source>
        <translation>
            <numerusform>mais %n batida</numerusform>
            <numerusform>mais %n batidas</numerusform>
        </translation>
    </message>
    <message>
        <source>1  In another room</source>
        <translation>1  Em outra sala</translation>
    </message>
    <message>
        <source>2  In {room}</source>
        <translation>2  Em {room}</translation>
    </message>
    <message>
        <source>Amplifiers and wireless speakers add a delay that the program cannot measure. Carry this computer along: tap to a steady song in a room that sounds right, then in {room}. If you hear both rooms at once, turn one of them down.</source>
        <translation>Amplificadores e caixas sem fio acrescentam um atraso que o programa não consegue medir. Leve este computador: bata com uma música regular numa sala que soa certa, depois em {room}. Se ouvir as duas ao mesmo tempo, abaixe uma.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>For a more exact result, tap once more in the first room.</source>
        <translation>Para um resultado mais exato, bata mais uma vez na primeira sala.</translation>
    </message>
    <message>
        <source>Good. A few more taps make it more exact; then go to {room} and press 2.</source>
        <translation>Bom. Mais algumas batidas deixam mais exato; depois vá a {room} e aperte 2.</translation>
    </message>
    <message>
        <source>Set the offset to {ms} ms</source>
        <translation>Definir o desvio em {ms} ms</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>Definir o desvio</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recomeçar</translation>
    </message>
    <message>
        <source>Tap along in {room}</source>
        <translation>Bata junto em {room}</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Tap each beat of the music in {room}: at least eight taps.</source>
        <translation>Bata cada tempo da música em {room}: pelo menos oito.</translation>
    </message>
    <message>
        <source>Tap here, or on any key</source>
        <translation>Toque aqui ou em qualquer tecla</translation>
    </message>
    <message>
        <source>Your taps had different speeds in the two rooms. Tap every beat in both: start again.</source>
        <translation>Suas batidas tiveram velocidades diferentes nas duas salas. Bata todos os tempos nas duas: recomece.</translation>
    </message>
    <message>
        <source>Your taps vary too much. Tap a little longer, or start again.</source>
        <translation>Suas batidas variam demais. Continue um pouco ou recomece.</translation>
    </message>
    <message>
        <source>the other room</source>
        <translation>a outra sala</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms earlier (±{error} ms).</source>
        <translation>{room} soa {ms} ms antes (±{error} ms).</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms later (±{error} ms).</source>
        <translation>{room} soa {ms} ms depois (±{error} ms).</translation>
    </message>
</context>
<context>
    <name>TextQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>Last cycle: together within {ms} ms</source>
        <translation>Último ciclo: juntos em {ms} ms</translation>
    </message>
    <message>
        <source>Play a cycle to see how tight you are</source>
        <translation>Toque um ciclo para ver quão juntos vocês estão</translation>
    </message>
    <message>
        <source>Together: –</source>
        <translation>Juntos: –</translation>
    </message>
    <message>
        <source>Within {ms} ms</source>
        <translation>Em {ms} ms</translation>
    </message>
    <message>
        <source>on the beat</source>
        <translation>no tempo</translation>
    </message>
    <message>
        <source>{mean}, give or take {ms} ms</source>
        <translation>{mean}, {ms} ms a mais ou a menos</translation>
    </message>
    <message>
        <source>{ms} ms early</source>
        <translation>{ms} ms adiantado</translation>
    </message>
    <message>
        <source>{ms} ms late</source>
        <translation>{ms} ms atrasado</translation>
    </message>
    <message>
        <source>±{ms} ms</source>
        <translation>±{ms} ms</translation>
    </message>
</context>
<context>
    <name>TogetherCard</name>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Everybody may see my timing</source>
        <translation>Todos podem ver meu ritmo</translation>
    </message>
    <message>
        <source>Nobody else shows their timing yet.</source>
        <translation>Ninguém mais mostra seu ritmo ainda.</translation>
    </message>
    <message>
        <source>Others who show theirs</source>
        <translation>Outros que mostram o deles</translation>
    </message>
    <message>
        <source>Otherwise only you and the conductor see it</source>
        <translation>Senão só você e a condução veem</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>Toque para ver sua sincronia</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>You: {timing}</source>
        <translation>Você: {timing}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Next song</source>
        <translation>Próxima música</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Position in the song</source>
        <translation>Posição na música</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Música anterior</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>{at} / {length}</source>
        <translation>{at} / {length}</translation>
    </message>
</context>
<context>
    <name>UpdateNotices</name>
    <message>
        <source>Version {version} of Drum Circle is available. You have {now}.</source>
        <translation>Chegou o Drum Circle {version}; este é o {now}.</translation>
    </message>
    <message>
        <source>It then asks {host} once a day, and sends nothing about you.</source>
        <translation>Ele então pergunta a {host} uma vez por dia e não envia nada sobre você.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Abrir a página</translation>
    </message>
    <message>
        <source>Should Drum Circle tell you when there is a newer version?</source>
        <translation>O Drum Circle deve avisar quando houver uma versão nova?</translation>
    </message>
    <message>
        <source>Yes, tell me</source>
        <translation>Sim, avise</translation>
    </message>
</context>
<context>
    <name>UploadLine</name>
    <message>
        <source>Upload to {room}</source>
        <translation>Enviar para {room}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>copied; the room is updating its library</source>
        <translation>copiado; a sala atualiza sua biblioteca</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>falhou: {why}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>concluído</translation>
    </message>
    <message>
        <source>{done} of {size} · {file}</source>
        <translation>{done} de {size} · {file}</translation>
    </message>
</context>
<context>
    <name>VelocityPlot</name>
    <message>
        <source>Velocity curve: how hard you strike, and how loud it sounds</source>
        <translation>Curva de velocidade: com que força você bate e quão alto soa</translation>
    </message>
</context>
<context>
    <name>YouCard</name>
    <message>
        <source>All MIDI drums</source>
        <translation>Todos (MIDI)</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Tambor</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Keys and pads</source>
        <translation>Teclas e pads</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Loop, {percent} %</source>
        <translation>Loop, {percent} %</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>Mixer</translation>
    </message>
    <message>
        <source>Mixer, {n} silenced</source>
        <translation>Mixer, {n} em silêncio</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sem som</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Meus toques</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>Toque para ver sua sincronia</translation>
    </message>
    <message>
        <source>Playing: {ports}</source>
        <translation>Tocam: {ports}</translation>
    </message>
    <message>
        <source>Right on the beat</source>
        <translation>Bem no tempo</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Enviar para</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>System sound</source>
        <translation>Do sistema</translation>
    </message>
    <message>
        <source>Timing: how late you hear</source>
        <translation>Sincronia: quanto atrasa o que você ouve</translation>
    </message>
    <message>
        <source>Timing…</source>
        <translation>Atraso…</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Together: how tightly all of you play</source>
        <translation>Juntos: quão unidos todos tocam</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>{ms} ms ahead of the beat</source>
        <translation>{ms} ms antes do tempo</translation>
    </message>
    <message>
        <source>{ms} ms behind the beat</source>
        <translation>{ms} ms depois do tempo</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n dropout(s)</source>
        <translation>
            <numerusform>{ms} ms · %n falha</numerusform>
            <numerusform>{ms} ms · %n falhas</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
</context>
<context>
    <name>_ExportBar</name>
    <message>
        <source>Cancel the export</source>
        <translation>Cancelar a exportação</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Progresso da exportação</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escrevendo {name}</translation>
    </message>
</context>
<context>
    <name>_RecordingButtons</name>
    <message>
        <source>As sound, the way everyone heard it</source>
        <translation>Como som, do jeito que todos ouviram</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Each cycle, how tight you were, and loops to keep</source>
        <translation>Cada ciclo, quão juntos vocês estavam, e loops para guardar</translation>
    </message>
    <message>
        <source>Export to MIDI…</source>
        <translation>Para MIDI…</translation>
    </message>
    <message>
        <source>Export to WAV…</source>
        <translation>Para WAV…</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>Para um sequenciador: uma faixa por pessoa</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Dar outro nome (F2)</translation>
    </message>
    <message>
        <source>Move it to the trash (Delete)</source>
        <translation>Mover para a lixeira (Del)</translation>
    </message>
    <message>
        <source>Play the recording (Enter)</source>
        <translation>Tocar a gravação (Enter)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
</context>
<context>
    <name>_Themes</name>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aparência</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>{name}, silent</source>
        <translation>{name}, em silêncio</translation>
    </message>
    <message>
        <source>{name}: do you hear this player?</source>
        <translation>{name}: você ouve esta pessoa?</translation>
    </message>
</context>
</TS>
