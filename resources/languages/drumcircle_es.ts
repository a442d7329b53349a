<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountButtons</name>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Cambiar el papel</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>Cambiar el papel…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Logins…</source>
        <translation>Sesiones…</translation>
    </message>
    <message>
        <source>Opens your mail program; nobody sees the addresses of the others</source>
        <translation>Abre tu programa de correo; nadie ve las direcciones de los demás</translation>
    </message>
    <message>
        <source>They are logged out and cannot log in. This can be taken back.</source>
        <translation>Se cierra su sesión y no pueden iniciarla. Se puede deshacer.</translation>
    </message>
    <message>
        <source>Where this account is logged in (Enter)</source>
        <translation>Dónde tiene la sesión abierta esta cuenta (Intro)</translation>
    </message>
    <message>
        <source>Write a mail…</source>
        <translation>Escribir un correo…</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account on {hub}</source>
        <translation>Cuenta en {hub}</translation>
    </message>
    <message>
        <source>All other windows and devices are logged out.</source>
        <translation>Se cierra la sesión en todas las demás ventanas y dispositivos.</translation>
    </message>
    <message>
        <source>An administrator of the hub reads your name and mail address, and lets you in.</source>
        <translation>Quien administra el hub ve tu nombre y tu correo, y te deja entrar.</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Cambiar tu contraseña</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>Iniciar sesión en {hub}</translation>
    </message>
    <message>
        <source>Register with {hub}</source>
        <translation>Registrarse en {hub}</translation>
    </message>
    <message>
        <source>With an account you can launch circles on this hub, and join those that ask for one.</source>
        <translation>Con una cuenta puedes iniciar círculos en este hub y entrar en los que la piden.</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{name} en {hub}</translation>
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
            <numerusform>%Ln elegida</numerusform>
            <numerusform>%Ln elegidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>falta %Ln</numerusform>
            <numerusform>faltan %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Cualquier papel</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Search names and mail addresses</source>
        <translation>Buscar nombres y correos</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>cargando…</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>All accounts of the hub…</source>
        <translation>Todas las cuentas del hub…</translation>
    </message>
    <message>
        <source>An administrator has to approve your account. You need not do anything: the program keeps asking the hub, also after a restart.</source>
        <translation>Alguien que administra el hub tiene que aprobar tu cuenta. No tienes que hacer nada: el programa sigue preguntando al hub, también tras reiniciarlo.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
        <source>Ends your logins in all windows and on all devices</source>
        <translation>Cierra tus sesiones en todas las ventanas y dispositivos</translation>
    </message>
    <message>
        <source>Log out everywhere</source>
        <translation>Cerrar sesión en todas partes</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>A la espera de aprobación</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Log in to launch a circle on this hub.</source>
        <translation>Inicia sesión para iniciar un círculo en este hub.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Músico</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>You can join the circles that ask for an account.</source>
        <translation>Puedes entrar en los círculos que piden una cuenta.</translation>
    </message>
    <message>
        <source>You can launch circles on this hub, and join those that ask for an account.</source>
        <translation>Puedes iniciar círculos en este hub y entrar en los que piden una cuenta.</translation>
    </message>
    <message>
        <source>You decide who may play, conduct and administer on this hub.</source>
        <translation>Tú decides quién puede tocar, dirigir y administrar en este hub.</translation>
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
        <translation>correo</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
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
        <translation>Cuentas</translation>
    </message>
</context>
<context>
    <name>AdministrationView</name>
    <message>
        <source>Accounts on {hub}</source>
        <translation>Cuentas en {hub}</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Preguntando al hub…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>Ninguna cuenta coincide.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%Ln account(s) disabled.</source>
        <translation>
            <numerusform>%Ln cuenta desactivada.</numerusform>
            <numerusform>%Ln cuentas desactivadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) enabled.</source>
        <translation>
            <numerusform>%Ln cuenta activada.</numerusform>
            <numerusform>%Ln cuentas activadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may administer.</source>
        <translation>
            <numerusform>%Ln cuenta puede administrar.</numerusform>
            <numerusform>%Ln cuentas pueden administrar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may conduct.</source>
        <translation>
            <numerusform>%Ln cuenta puede dirigir.</numerusform>
            <numerusform>%Ln cuentas pueden dirigir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may play.</source>
        <translation>
            <numerusform>%Ln cuenta puede tocar.</numerusform>
            <numerusform>%Ln cuentas pueden tocar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) restored.</source>
        <translation>
            <numerusform>%Ln cuenta está como antes.</numerusform>
            <numerusform>%Ln cuentas están como antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) set to waiting.</source>
        <translation>
            <numerusform>%Ln cuenta vuelve a esperar.</numerusform>
            <numerusform>%Ln cuentas vuelven a esperar.</numerusform>
        </translation>
    </message>
    <message>
        <source>changed the password</source>
        <translation>cambió la contraseña</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>desactivó</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>activó</translation>
    </message>
    <message>
        <source>ended a login</source>
        <translation>cerró una sesión</translation>
    </message>
    <message>
        <source>gave a wrong one-time code</source>
        <translation>dio un código de un solo uso equivocado</translation>
    </message>
    <message>
        <source>gave a wrong password</source>
        <translation>dio una contraseña errónea</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>inició sesión</translation>
    </message>
    <message>
        <source>logged out everywhere</source>
        <translation>cerró sesión en todas partes</translation>
    </message>
    <message>
        <source>made a conductor</source>
        <translation>dio la dirección</translation>
    </message>
    <message>
        <source>made a player</source>
        <translation>hizo músico</translation>
    </message>
    <message>
        <source>made an administrator</source>
        <translation>dio la administración</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>se registró</translation>
    </message>
    <message>
        <source>set to waiting</source>
        <translation>puso en espera</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>account</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>did</source>
        <translation>qué hizo</translation>
    </message>
    <message>
        <source>from address</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>time</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>who</source>
        <translation>quién</translation>
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
        <translation>Buscar un nombre, una acción o una dirección</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>Buscar en el registro</translation>
    </message>
</context>
<context>
    <name>Banks</name>
    <message>
        <source>A bit of everything</source>
        <translation>Un poco de todo</translation>
    </message>
    <message>
        <source>Bells and wood</source>
        <translation>Campanas y madera</translation>
    </message>
    <message>
        <source>Drum kit</source>
        <translation>Batería</translation>
    </message>
    <message>
        <source>Hand drums</source>
        <translation>Tambores de mano</translation>
    </message>
    <message>
        <source>Shakers and hands</source>
        <translation>Maracas y palmas</translation>
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
        <translation>Listo</translation>
    </message>
    <message>
        <source>For an exact result, lay a drum pad on the speaker and turn the volume up until the clicks themselves strike the pad: people tap a little early.</source>
        <translation>Para un resultado exacto, apoya un pad en el altavoz y sube el volumen hasta que los clics mismos lo disparen: las personas tocan un poco antes.</translation>
    </message>
    <message>
        <source>One more tap</source>
        <translation>falta un toque</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>Adelantar el sonido</translation>
    </message>
    <message>
        <source>Tap along to the clicks</source>
        <translation>Toca con los clics</translation>
    </message>
    <message>
        <source>Tap at least eight times.</source>
        <translation>Toca al menos ocho veces.</translation>
    </message>
    <message>
        <source>Tap here, on your drum or on any key</source>
        <translation>Toca aquí, en tu tambor o en cualquier tecla</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Sincronía</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar esto</translation>
    </message>
    <message>
        <source>Use {ms} ms</source>
        <translation>Usar {ms} ms</translation>
    </message>
    <message>
        <source>With wireless headphones and some speakers you hear everything late. Tap along to the clicks to measure by how much. The circle is silent meanwhile, and does not hear you.</source>
        <translation>Con auriculares inalámbricos y algunos altavoces lo oyes todo tarde. Toca con los clics para medir cuánto. Mientras tanto, el círculo está en silencio y no te oye.</translation>
    </message>
    <message>
        <source>You cannot hear the clicks, because there is no sound. {problem}</source>
        <translation>No puedes oír los clics porque no hay sonido. {problem}</translation>
    </message>
    <message>
        <source>You tap {ms} ms after the clicks (± {spread} ms).</source>
        <translation>Tocas {ms} ms después de los clics (± {spread} ms).</translation>
    </message>
    <message>
        <source>You tap {ms} ms before the clicks (± {spread} ms).</source>
        <translation>Tocas {ms} ms antes de los clics (± {spread} ms).</translation>
    </message>
    <message>
        <source>Your taps are not even yet. Go on tapping with the clicks.</source>
        <translation>Aún no tocas de forma regular. Sigue tocando con los clics.</translation>
    </message>
    <message>
        <source>{n} more taps</source>
        <translation>faltan {n} toques</translation>
    </message>
</context>
<context>
    <name>ChatLog</name>
    <message>
        <source>Chat so far</source>
        <translation>Chat hasta ahora</translation>
    </message>
    <message>
        <source>Nothing said yet. Say hello.</source>
        <translation>Aún no hay mensajes. Saluda.</translation>
    </message>
    <message>
        <source>a former member</source>
        <translation>alguien que ya se fue</translation>
    </message>
    <message>
        <source>to the conductors</source>
        <translation>a la dirección</translation>
    </message>
    <message>
        <source>to you alone</source>
        <translation>solo a ti</translation>
    </message>
    <message>
        <source>to {name} alone</source>
        <translation>solo a {name}</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>Chooses one member to write to</source>
        <translation>Elige a quién escribir</translation>
    </message>
    <message>
        <source>Conductors</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Message to everyone</source>
        <translation>Mensaje a todos</translation>
    </message>
    <message>
        <source>Message to the conductors</source>
        <translation>Mensaje a la dirección</translation>
    </message>
    <message>
        <source>Message to {name} alone</source>
        <translation>Mensaje solo a {name}</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>quedan {count}</translation>
    </message>
</context>
<context>
    <name>Circle</name>
    <message>
        <source>Connected</source>
        <translation>Con conexión</translation>
    </message>
    <message>
        <source>Connected, {ms} ms</source>
        <translation>Con conexión, {ms} ms</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
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
        <translation>Seguir el reloj MIDI: su tempo pasa a ser el del círculo, como mucho cada cuatro segundos</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>MIDI clock: none arrives</source>
        <translation>Reloj MIDI: no llega ninguno</translation>
    </message>
    <message>
        <source>MIDI clock: {bpm} bpm</source>
        <translation>Reloj MIDI: {bpm} bpm</translation>
    </message>
    <message>
        <source>Use the tempo of the MIDI clock</source>
        <translation>Usar el tempo del reloj MIDI</translation>
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
        <translation>Una invitación para dirigir</translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>Pulsos de un ciclo</translation>
    </message>
    <message>
        <source>Conduct there</source>
        <translation>Dirigir allí</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Dirigir</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Cycles until a stroke comes round</source>
        <translation>Ciclos hasta que un golpe vuelve</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Círculo de tambores</translation>
    </message>
    <message>
        <source>Everybody who finds it on the hub may play. Otherwise it takes an invite.</source>
        <translation>Puede tocar quien lo encuentre en el hub. Si no, hace falta una invitación.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Launch the circle</source>
        <translation>Crear el círculo</translation>
    </message>
    <message>
        <source>Name of the circle</source>
        <translation>Nombre del círculo</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>On this computer, listed on {hub}</source>
        <translation>En este equipo, anunciado en {hub}</translation>
    </message>
    <message>
        <source>On {hub}</source>
        <translation>En {hub}</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Abierto a todos</translation>
    </message>
    <message>
        <source>Or conduct a circle on another computer:</source>
        <translation>O dirige un círculo en otro equipo:</translation>
    </message>
    <message>
        <source>TCP port that players connect to; 0: any free one</source>
        <translation>Puerto TCP al que se conectan los músicos; 0: uno libre cualquiera</translation>
    </message>
    <message>
        <source>Tempo in beats per minute</source>
        <translation>Tempo en pulsos por minuto</translation>
    </message>
    <message>
        <source>The circle runs on the hub: everybody can reach it, and you may leave and come back.</source>
        <translation>El círculo funciona en el hub: todos llegan a él, y puedes irte y volver.</translation>
    </message>
    <message>
        <source>The circle runs on this computer. You start it, set the tempo and lead the players.</source>
        <translation>El círculo funciona en este equipo. Tú lo inicias, marcas el tempo y guías al grupo.</translation>
    </message>
    <message>
        <source>Where the circle runs</source>
        <translation>Dónde funciona el círculo</translation>
    </message>
    <message>
        <source>Your circles on hubs</source>
        <translation>Tus círculos en hubs</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>pulsos</translation>
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
        <translation>puerto</translation>
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
        <translation>Pulsos de un ciclo</translation>
    </message>
    <message>
        <source>Close this window and play on (Ctrl+W)</source>
        <translation>Cerrar esta ventana y seguir tocando (Ctrl+W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cycles in a period, one turn of the ring</source>
        <translation>Ciclos de un periodo, una vuelta del anillo</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Círculo de tambores</translation>
    </message>
    <message>
        <source>End the circle (Ctrl+W)</source>
        <translation>Terminar el círculo (Ctrl+W)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitar</translation>
    </message>
    <message>
        <source>Leave the circle, which goes on (Ctrl+W)</source>
        <translation>Salir del círculo, que continúa (Ctrl+W)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Music in the rooms of a house, from this circle&apos;s first beat (Ctrl+M)</source>
        <translation>Música en las salas de una casa, desde el primer pulso de este círculo (Ctrl+M)</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Sin grabar</translation>
    </message>
    <message>
        <source>On the next cycle&apos;s first beat (Ctrl+Enter)</source>
        <translation>En el primer pulso del próximo ciclo (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Rec</source>
        <translation>Rec</translation>
    </message>
    <message>
        <source>Record (Ctrl+R)</source>
        <translation>Grabar (Ctrl+R)</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabando</translation>
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
        <translation>Tempo, de 30 a 400 pulsos por minuto: escríbelo o usa las flechas</translation>
    </message>
    <message>
        <source>The circle is being recorded (Ctrl+R stops that)</source>
        <translation>El círculo se está grabando (Ctrl+R lo detiene)</translation>
    </message>
    <message>
        <source>The invite as a link and a picture (Ctrl+I)</source>
        <translation>La invitación como enlace y como imagen (Ctrl+I)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Your own pads, sound device and volumes (Ctrl+U)</source>
        <translation>Tus pads, tu dispositivo de sonido y tus volúmenes (Ctrl+U)</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>pulsos</translation>
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
        <translation>s hasta que vuelve</translation>
    </message>
    <message>
        <source>{players} · on {host}</source>
        <translation>{players} · en {host}</translation>
    </message>
    <message>
        <source>{players} · port {port}</source>
        <translation>{players} · puerto {port}</translation>
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
        <translation>Cambiar igualmente</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Make the period longer.</source>
        <translation>Alarga el periodo.</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Strike them with the mouse, a drum, or the keys written on them</source>
        <translation>Tócalos con el ratón, un tambor o las teclas que llevan escritas</translation>
    </message>
    <message>
        <source>Try {bpm} bpm.</source>
        <translation>Prueba con {bpm} bpm.</translation>
    </message>
    <message>
        <source>{name}&apos;s network is too slow for this by {s:.1f} s</source>
        <translation>La red de {name} es {s:.1f} s demasiado lenta para esto</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>1. Connect the phone to the same network as this computer.
2. Open an MPD client on it, such as M.A.L.P. (Android) or Rigelian (iPhone).
3. Add a server with this host and port:</source>
        <translation>1. Conecta el teléfono a la misma red que este equipo.
2. Abre en él un cliente MPD, como M.A.L.P. (Android) o Rigelian (iPhone).
3. Añade un servidor con este host y este puerto:</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation>Conectar un teléfono</translation>
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
        <translation>Listo</translation>
    </message>
    <message>
        <source>No client can connect: the rooms could not open their port.</source>
        <translation>Ningún cliente puede conectarse: las salas no pudieron abrir su puerto.</translation>
    </message>
    <message>
        <source>Phones cannot connect yet: the rooms accept connections from this computer only. To change that, write listen = &quot;0.0.0.0:6600&quot; in the rooms&apos; configuration file and open the rooms again.</source>
        <translation>Los teléfonos aún no pueden conectarse: las salas solo aceptan conexiones de este equipo. Para cambiarlo, escribe listen = &quot;0.0.0.0:6600&quot; en el archivo de configuración de las salas y vuelve a abrirlas.</translation>
    </message>
    <message>
        <source>Programs on this computer can also use localhost:{port}.</source>
        <translation>Los programas de este equipo también pueden usar localhost:{port}.</translation>
    </message>
    <message>
        <source>Programs on this computer connect to:</source>
        <translation>Los programas de este equipo se conectan a:</translation>
    </message>
</context>
<context>
    <name>ControlsDialog</name>
    <message>
        <source>1 bpm faster</source>
        <translation>1 bpm más rápido</translation>
    </message>
    <message>
        <source>1 bpm slower</source>
        <translation>1 bpm más lento</translation>
    </message>
    <message>
        <source>By which control</source>
        <translation>Con qué control</translation>
    </message>
    <message>
        <source>Choose what to set, press Learn, and move a fader or press a button of your MIDI controller. A fader takes over when it comes to where the level is. Buttons that are assigned do not play pads.</source>
        <translation>Elige qué se ajusta, pulsa Aprender y mueve un fader o pulsa un botón de tu controlador MIDI. Un fader toma el control cuando llega adonde está el nivel. Los botones asignados no tocan pads.</translation>
    </message>
    <message>
        <source>Cue: {word}</source>
        <translation>Señal: {word}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Faders and buttons</source>
        <translation>Faders y botones</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Latches</source>
        <translation>Con enclavamiento</translation>
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
        <translation>Mueve el fader o la perilla para «{what}».</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Mis golpes</translation>
    </message>
    <message>
        <source>Press the button for “{what}”, and let it go.</source>
        <translation>Pulsa el botón para «{what}» y suéltalo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>Iniciar o parar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Dejar de aprender</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Tempo, 60 to 187 bpm</source>
        <translation>Tempo, de 60 a 187 bpm</translation>
    </message>
    <message>
        <source>The button stays down: it sends “on” with one press and “off” with the next. Each press counts.</source>
        <translation>El botón se queda pulsado: envía «encendido» con una pulsación y «apagado» con la siguiente. Cada pulsación cuenta.</translation>
    </message>
    <message>
        <source>What MIDI controls set</source>
        <translation>Qué ajustan los controles MIDI</translation>
    </message>
    <message>
        <source>What is set</source>
        <translation>Qué se ajusta</translation>
    </message>
    <message>
        <source>{name}: level</source>
        <translation>{name}: nivel</translation>
    </message>
    <message>
        <source>{name}: mute</source>
        <translation>{name}: silenciar</translation>
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
        <translation>Todas las señales con sus teclas, y tus propias palabras</translation>
    </message>
    <message>
        <source>Cue in your own words</source>
        <translation>Señal con tus propias palabras</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>For whom the next cues are</source>
        <translation>Para quién son las próximas señales</translation>
    </message>
    <message>
        <source>Hands off the drums</source>
        <translation>Manos fuera de los tambores</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>Imita</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más fuerte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>One more cycle, then stop</source>
        <translation>Un ciclo más y paramos</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Solo tú</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Otra…</translation>
    </message>
    <message>
        <source>Own word</source>
        <translation>Palabra propia</translation>
    </message>
    <message>
        <source>Play back what you heard</source>
        <translation>Repite lo que oíste</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Más suave</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>That was beautiful</source>
        <translation>Ha sido precioso</translation>
    </message>
    <message>
        <source>The others listen</source>
        <translation>Los demás escuchan</translation>
    </message>
    <message>
        <source>To everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>To {who}</source>
        <translation>A {who}</translation>
    </message>
    <message>
        <source>With the next cycle</source>
        <translation>Con el próximo ciclo</translation>
    </message>
    <message>
        <source>Your own word</source>
        <translation>Tu propia palabra</translation>
    </message>
</context>
<context>
    <name>CycleBars</name>
    <message>
        <source>How tight the last cycles were</source>
        <translation>Lo juntos que estuvisteis en los últimos ciclos</translation>
    </message>
    <message>
        <source>{latest}. The lower a bar, the tighter its cycle.</source>
        <translation>{latest}. Cuanto más baja la barra, más junto el ciclo.</translation>
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
        <translation>Ciclo {number}, en {time}</translation>
    </message>
</context>
<context>
    <name>CyclePicture</name>
    <message>
        <source>Picture of the chosen cycle</source>
        <translation>Imagen del ciclo elegido</translation>
    </message>
</context>
<context>
    <name>DeputyWindow</name>
    <message>
        <source>Conduct</source>
        <translation>Dirigir</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>No MIDI drum can be played.</source>
        <translation>No se puede tocar ningún tambor MIDI.</translation>
    </message>
    <message>
        <source>Nothing is sent by MIDI.</source>
        <translation>No se envía nada por MIDI.</translation>
    </message>
    <message>
        <source>You play without sound.</source>
        <translation>Tocas sin sonido.</translation>
    </message>
    <message>
        <source>Your drum is not heard.</source>
        <translation>Tu tambor no se oye.</translation>
    </message>
    <message>
        <source>Your kit is not complete.</source>
        <translation>Tu kit no está completo.</translation>
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
        <translation>Ciclo con el que empezar</translation>
    </message>
    <message>
        <source>Downbeat</source>
        <translation>Primer pulso</translation>
    </message>
    <message>
        <source>Give the circle the song&apos;s tempo, doubled or halved if that is nearer</source>
        <translation>Da al círculo el tempo de la canción, doblado o a la mitad si queda más cerca</translation>
    </message>
    <message>
        <source>Press on each beat of the music, at least four times</source>
        <translation>Pulsa en cada pulso de la música, al menos cuatro veces</translation>
    </message>
    <message>
        <source>Select a song in the queue to start it on a cycle&apos;s first beat</source>
        <translation>Elige una canción de la cola para empezarla en el primer pulso de un ciclo</translation>
    </message>
    <message>
        <source>Set circle to {bpm:.1f} bpm</source>
        <translation>Poner el círculo a {bpm:.1f} bpm</translation>
    </message>
    <message>
        <source>Set the tempo</source>
        <translation>Fijar el tempo</translation>
    </message>
    <message>
        <source>Start with it</source>
        <translation>Empezar con él</translation>
    </message>
    <message>
        <source>Start “{song}” with a cycle:</source>
        <translation>Empezar “{song}” con un ciclo:</translation>
    </message>
    <message>
        <source>Tap tempo</source>
        <translation>Marcar tempo</translation>
    </message>
    <message numerus="yes">
        <source>in %n cycle(s), {s:.1f} s</source>
        <translation>
            <numerusform>en %n ciclo, {s:.1f} s</numerusform>
            <numerusform>en %n ciclos, {s:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>the next, {s:.1f} s</source>
        <translation>el próximo, {s:.1f} s</translation>
    </message>
    <message>
        <source>“{song}” starts in {s:.1f} s</source>
        <translation>“{song}” empieza en {s:.1f} s</translation>
    </message>
</context>
<context>
    <name>DrumNotesDialog</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Enter the note numbers of your drum module, where they are not those of General MIDI.</source>
        <translation>Introduce los números de nota de tu módulo de batería donde no sean los de General MIDI.</translation>
    </message>
    <message>
        <source>General MIDI</source>
        <translation>General MIDI</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Notas de los tambores</translation>
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
        <translation>Salida MIDI…</translation>
    </message>
    <message>
        <source>MIDI pads…</source>
        <translation>Pads MIDI…</translation>
    </message>
    <message>
        <source>Microphone…</source>
        <translation>Micrófono…</translation>
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
        <translation>Copiar la invitación</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Aún no hay nadie</translation>
    </message>
    <message>
        <source>Send this invite to your players: they paste it under Join, or scan it.</source>
        <translation>Envía esta invitación al grupo: la pegan en Unirse o la escanean.</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End it</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>End the circle while 1 player is in it?</source>
        <translation>¿Terminar el círculo con 1 persona dentro?</translation>
    </message>
    <message>
        <source>End the circle while {n} players are in it?</source>
        <translation>¿Terminar el círculo con {n} personas dentro?</translation>
    </message>
    <message>
        <source>End the circle</source>
        <translation>Terminar el círculo</translation>
    </message>
    <message>
        <source>It ends for everybody: the server of this circle runs in this window.</source>
        <translation>Termina para todos: el servidor de este círculo funciona en esta ventana.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>By invite</source>
        <translation>Con invitación</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Everybody who finds the circle can come in.</source>
        <translation>Puede entrar quien encuentre el círculo.</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Players need an invite from you.</source>
        <translation>Hace falta una invitación tuya.</translation>
    </message>
    <message>
        <source>Players who have an account on the hub can come in, under the account&apos;s name.</source>
        <translation>Quien tiene cuenta en el hub puede entrar, con el nombre de la cuenta.</translation>
    </message>
    <message>
        <source>Players with an invite come straight in. Others knock, and you decide.</source>
        <translation>Con invitación se entra directamente. Los demás llaman, y tú decides.</translation>
    </message>
    <message>
        <source>With an account</source>
        <translation>Con cuenta</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta {time}</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>sin fin</translation>
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
        <translation>Cambiar…</translation>
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
        <translation>Cuánto tiempo no puede volver {name}</translation>
    </message>
    <message>
        <source>Invite {number}</source>
        <translation>Invitación {number}</translation>
    </message>
    <message>
        <source>Invites without a limit</source>
        <translation>Invitaciones sin límite</translation>
    </message>
    <message>
        <source>Let {name} come back</source>
        <translation>Dejar que {name} vuelva</translation>
    </message>
    <message>
        <source>Limited invites</source>
        <translation>Invitaciones limitadas</translation>
    </message>
    <message>
        <source>Nobody. Players whom you remove are listed here.</source>
        <translation>Nadie. Aquí aparece a quien expulses.</translation>
    </message>
    <message>
        <source>Removed players</source>
        <translation>Personas expulsadas</translation>
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
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Quién puede entrar</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un día</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>una semana</translation>
    </message>
    <message>
        <source>account {name}</source>
        <translation>cuenta {name}</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>ya no vale</translation>
    </message>
    <message>
        <source>{used} joined</source>
        <translation>{used} han entrado</translation>
    </message>
    <message>
        <source>{used} of {uses} joined</source>
        <translation>{used} de {uses} han entrado</translation>
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
        <translation>Quién puede entrar, invitaciones limitadas, personas expulsadas (Ctrl+D)</translation>
    </message>
    <message>
        <source>Who may come in…</source>
        <translation>Quién puede entrar…</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Folders and songs</source>
        <translation>Carpetas y canciones</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Folder {name}</source>
        <translation>Carpeta {name}</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events and corrections</source>
        <translation>Sucesos y correcciones</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>A song that a room lacks cannot play there. Compare the libraries to find such songs.</source>
        <translation>Una canción que falta en una sala no puede sonar allí. Compara las bibliotecas para encontrarlas.</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Todas las salas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Compare the libraries</source>
        <translation>Comparar las bibliotecas</translation>
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
        <translation>Desde entonces se han subido archivos. Compara otra vez para ver qué falta.</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Archivos…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Libraries and uploads</source>
        <translation>Bibliotecas y subidas</translation>
    </message>
    <message>
        <source>No uploads to {rooms}: enter the music folder there (Edit).</source>
        <translation>No se puede subir a {rooms}: indica allí la carpeta de música (Editar).</translation>
    </message>
    <message>
        <source>Rooms to upload to</source>
        <translation>Salas a las que subir</translation>
    </message>
    <message>
        <source>These rooms have the same songs: {rooms}.</source>
        <translation>Estas salas tienen las mismas canciones: {rooms}.</translation>
    </message>
    <message>
        <source>Upload the missing</source>
        <translation>Subir lo que falta</translation>
    </message>
    <message>
        <source>Upload to</source>
        <translation>Subir a</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Subir</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>on this network</source>
        <translation>en esta red</translation>
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
        <translation>Círculos a los que puedes unirte</translation>
    </message>
    <message>
        <source>knock</source>
        <translation>llamar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>with an account</source>
        <translation>con cuenta</translation>
    </message>
    <message>
        <source>with an invite</source>
        <translation>con invitación</translation>
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
        <translation>Un hub aloja y anuncia círculos. Quien lo mantiene te da su dirección.</translation>
    </message>
    <message>
        <source>Add a hub…</source>
        <translation>Añadir un hub…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: search for them.</source>
        <translation>
            <numerusform>Y %Ln más: búscalo.</numerusform>
            <numerusform>Y %Ln más: búscalos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No circle matches.</source>
        <translation>Ningún círculo coincide.</translation>
    </message>
    <message>
        <source>Search for circles</source>
        <translation>Buscar círculos</translation>
    </message>
    <message>
        <source>The hub&apos;s address or link</source>
        <translation>La dirección o el enlace del hub</translation>
    </message>
</context>
<context>
    <name>GrooveDialog</name>
    <message>
        <source>Beats</source>
        <translation>Pulsos</translation>
    </message>
    <message>
        <source>Choose a groove</source>
        <translation>Elegir un groove</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Guía</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Open a groove</source>
        <translation>Abrir un groove</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>Guía simple</translation>
    </message>
    <message>
        <source>Save the groove</source>
        <translation>Guardar el groove</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Send to all</source>
        <translation>Enviar a todos</translation>
    </message>
    <message>
        <source>Steps in a beat</source>
        <translation>Pasos por pulso</translation>
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
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Clicks make a note, an accent, a soft note, none. The wheel on a bass note, or + and -, changes its pitch. Keys: arrows and Space. The pickup sounds once, before a start.</source>
        <translation>Los clics ponen una nota, un acento, una nota suave, ninguna. La rueda sobre una nota de bajo, o + y -, cambia su altura. Teclas: flechas y Espacio. La anacrusa suena una vez, antes de empezar.</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>Tambor grave</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
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
        <translation>anacrusa</translation>
    </message>
    <message>
        <source>soft note</source>
        <translation>nota suave</translation>
    </message>
    <message>
        <source>{voice}, beat {beat}, step {step}: {what}</source>
        <translation>{voice}, pulso {beat}, paso {step}: {what}</translation>
    </message>
</context>
<context>
    <name>GroupVolume</name>
    <message>
        <source>Volume of all rooms</source>
        <translation>Volumen de todas las salas</translation>
    </message>
    <message>
        <source>Volume of all rooms; change one room&apos;s in the table</source>
        <translation>Volumen de todas las salas; el de una sala se cambia en la tabla</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Páginas de la guía</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message numerus="yes">
        <source>%n stroke(s) of the last minute reached you too late.</source>
        <translation>
            <numerusform>%n golpe del último minuto te llegó tarde.</numerusform>
            <numerusform>%n golpes del último minuto te llegaron tarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>A slower tempo or a longer period helps: ask for it in the chat.</source>
        <translation>Ayuda un tempo más lento o un periodo más largo: pídelo en el chat.</translation>
    </message>
    <message>
        <source>Ask the conductor in the chat.</source>
        <translation>Pregunta en el chat a quien dirige.</translation>
    </message>
    <message>
        <source>Choose a device under Sound.</source>
        <translation>Elige un dispositivo en Sonido.</translation>
    </message>
    <message>
        <source>Everything sounds one turn of the ring after it was played.</source>
        <translation>Todo suena una vuelta del anillo después de tocarlo.</translation>
    </message>
    <message>
        <source>Hear everyone</source>
        <translation>Oír a todos</translation>
    </message>
    <message>
        <source>In your mixer, only these are heard: {text}.</source>
        <translation>En tu mezclador solo se oye a: {text}.</translation>
    </message>
    <message>
        <source>It begins with your first stroke, or when you choose a device under Sound.</source>
        <translation>Empieza con tu primer golpe, o al elegir un dispositivo en Sonido.</translation>
    </message>
    <message>
        <source>Leave this page and join again with the invite. {text}</source>
        <translation>Sal de esta página y vuelve a unirte con la invitación. {text}</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a long way.</source>
        <translation>Los mensajes tardan {ms} ms en ir al servidor y volver: un camino largo.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a short way.</source>
        <translation>Los mensajes tardan {ms} ms en ir al servidor y volver: un camino corto.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a usual way.</source>
        <translation>Los mensajes tardan {ms} ms en ir al servidor y volver: un camino normal.</translation>
    </message>
    <message>
        <source>Move the slider Everything to the right.</source>
        <translation>Mueve el control Todo a la derecha.</translation>
    </message>
    <message>
        <source>Move the slider Own strokes to the right.</source>
        <translation>Mueve el control Mis golpes a la derecha.</translation>
    </message>
    <message>
        <source>Play: you hear it again one turn of the ring later.</source>
        <translation>Toca: lo oyes otra vez una vuelta del anillo después.</translation>
    </message>
    <message>
        <source>Press Done in the window Timing.</source>
        <translation>Pulsa Listo en la ventana Sincronía.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: enough.</source>
        <translation>Los golpes llegan {s} s antes de sonar: es suficiente.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: that is tight.</source>
        <translation>Los golpes llegan {s} s antes de sonar: es justo.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s too late and are left out.</source>
        <translation>Los golpes llegan {s} s tarde y se omiten.</translation>
    </message>
    <message>
        <source>That changes in {s} s.</source>
        <translation>Eso cambia en {s} s.</translation>
    </message>
    <message>
        <source>That changes when the conductor goes on.</source>
        <translation>Eso cambia cuando la dirección continúe.</translation>
    </message>
    <message>
        <source>That takes about a second. If it takes longer, check your network.</source>
        <translation>Tarda cerca de un segundo. Si tarda más, revisa tu red.</translation>
    </message>
    <message>
        <source>The circle stands still.</source>
        <translation>El círculo está parado.</translation>
    </message>
    <message>
        <source>The clock is right to within {ms} ms.</source>
        <translation>El reloj es exacto a {ms} ms.</translation>
    </message>
    <message>
        <source>The conductor has set the level of {name} to 0.</source>
        <translation>La dirección ha puesto el nivel de {name} a 0.</translation>
    </message>
    <message>
        <source>The conductor has set your level to 0.</source>
        <translation>La dirección ha puesto tu nivel a 0.</translation>
    </message>
    <message>
        <source>The connection has not been measured yet.</source>
        <translation>La conexión aún no se ha medido.</translation>
    </message>
    <message>
        <source>The program tries again by itself. Check your network. {text}</source>
        <translation>El programa lo intenta de nuevo solo. Revisa tu red. {text}</translation>
    </message>
    <message>
        <source>The volume of your own strokes is 0.</source>
        <translation>El volumen de tus propios golpes es 0.</translation>
    </message>
    <message>
        <source>The volume of {name} in your mixer is 0.</source>
        <translation>El volumen de {name} en tu mezclador es 0.</translation>
    </message>
    <message>
        <source>There is nothing to hear until {name} plays.</source>
        <translation>No hay nada que oír hasta que {name} toque.</translation>
    </message>
    <message>
        <source>Timing is being measured: only its clicks sound.</source>
        <translation>Se está midiendo la sincronía: solo suenan sus clics.</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players and press M.</source>
        <translation>Para deshacerlo, elige el nombre en la lista y pulsa M.</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players, then More, Level for all.</source>
        <translation>Para deshacerlo, elige el nombre en la lista y luego Más, Nivel para todos.</translation>
    </message>
    <message>
        <source>Turn up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Activar sonido</translation>
    </message>
    <message>
        <source>Use a cable instead of wireless, and stop downloads. A longer period helps too.</source>
        <translation>Usa cable en vez de wifi y detén las descargas. Un periodo más largo también ayuda.</translation>
    </message>
    <message>
        <source>Wait until the conductor starts it.</source>
        <translation>Espera a que la dirección lo inicie.</translation>
    </message>
    <message>
        <source>Wait until you are connected. {text}</source>
        <translation>Espera a tener conexión. {text}</translation>
    </message>
    <message>
        <source>You are muted for everyone.</source>
        <translation>Estás en silencio para todos.</translation>
    </message>
    <message>
        <source>You are not in the circle any more.</source>
        <translation>Ya no estás en el círculo.</translation>
    </message>
    <message>
        <source>You are not in the circle yet.</source>
        <translation>Aún no estás en el círculo.</translation>
    </message>
    <message>
        <source>You have muted {name} in your mixer.</source>
        <translation>Has silenciado a {name} en tu mezclador.</translation>
    </message>
    <message>
        <source>You have no sound.</source>
        <translation>No tienes sonido.</translation>
    </message>
    <message>
        <source>You have not played yet.</source>
        <translation>Aún no has tocado.</translation>
    </message>
    <message>
        <source>You last played {s} s ago.</source>
        <translation>Tocaste por última vez hace {s} s.</translation>
    </message>
    <message>
        <source>You will hear yourself in {s} s.</source>
        <translation>Te oirás dentro de {s} s.</translation>
    </message>
    <message>
        <source>You will hear {name} in {s} s.</source>
        <translation>Oirás a {name} en {s} s.</translation>
    </message>
    <message>
        <source>Your connection is lost.</source>
        <translation>Has perdido la conexión.</translation>
    </message>
    <message>
        <source>Something is wrong with your drum.</source>
        <translation>Algo va mal con tu tambor.</translation>
    </message>
    <message>
        <source>Your program does not know the circle&apos;s time yet.</source>
        <translation>Tu programa aún no conoce el tiempo del círculo.</translation>
    </message>
    <message>
        <source>Your sound is not on yet.</source>
        <translation>Tu sonido aún no está activado.</translation>
    </message>
    <message>
        <source>Your volume is 0.</source>
        <translation>Tu volumen es 0.</translation>
    </message>
    <message>
        <source>{name} conducts and has not played.</source>
        <translation>{name} dirige y no ha tocado.</translation>
    </message>
    <message>
        <source>{name} has left the circle.</source>
        <translation>{name} ha salido del círculo.</translation>
    </message>
    <message>
        <source>{name} has not played yet.</source>
        <translation>{name} aún no ha tocado.</translation>
    </message>
    <message>
        <source>{name} is muted for everyone.</source>
        <translation>{name} está en silencio para todos.</translation>
    </message>
    <message>
        <source>{name} last played {s} s ago.</source>
        <translation>{name} tocó por última vez hace {s} s.</translation>
    </message>
    <message>
        <source>{name}&apos;s connection is lost.</source>
        <translation>{name} ha perdido la conexión.</translation>
    </message>
    <message>
        <source>{name}&apos;s program tries again by itself. You need not do anything.</source>
        <translation>El programa de {name} lo intenta de nuevo solo. No tienes que hacer nada.</translation>
    </message>
    <message>
        <source>{name}&apos;s strokes arrive {s} s too late.</source>
        <translation>Los golpes de {name} llegan {s} s tarde.</translation>
    </message>
    <message>
        <source>{text}: all strokes are kept for later.</source>
        <translation>{text}: todos los golpes se guardan para después.</translation>
    </message>
    <message>
        <source>{text}: nobody hears what you played now, or only some do.</source>
        <translation>{text}: lo que has tocado ahora no lo oye nadie, o solo algunos.</translation>
    </message>
    <message>
        <source>{text}: what {name} played now sounds for others only, or for none.</source>
        <translation>{text}: lo que tocó {name} suena ahora solo para otros, o para nadie.</translation>
    </message>
</context>
<context>
    <name>HearingCard</name>
    <message>
        <source>Do you hear {name}?</source>
        <translation>¿Oyes a {name}?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>If you hear nothing, turn up your speakers or headphones.</source>
        <translation>Si no oyes nada, sube el volumen de tus altavoces o auriculares.</translation>
    </message>
    <message>
        <source>The connection of {name}:</source>
        <translation>La conexión de {name}:</translation>
    </message>
    <message>
        <source>This player</source>
        <translation>Esta persona</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Escribir a {name}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>You can hear {name} now.</source>
        <translation>Ahora puedes oír a {name}.</translation>
    </message>
    <message>
        <source>You hear yourself as the others do.</source>
        <translation>Te oyes como te oyen los demás.</translation>
    </message>
</context>
<context>
    <name>HubButton</name>
    <message>
        <source>The circle moves to a hub that you know, with its name, tempo and meter</source>
        <translation>El círculo se muda a un hub que conoces, con su nombre, tempo y compás</translation>
    </message>
    <message>
        <source>Use a hub</source>
        <translation>Usar un hub</translation>
    </message>
</context>
<context>
    <name>HubLine</name>
    <message>
        <source>Account…</source>
        <translation>Cuenta…</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>Iniciar sesión en {hub}</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Waiting: {hub}</source>
        <translation>En espera: {hub}</translation>
    </message>
    <message>
        <source>Your account on {hub}</source>
        <translation>Tu cuenta en {hub}</translation>
    </message>
    <message>
        <source>{hub} asks for an account</source>
        <translation>{hub} pide una cuenta</translation>
    </message>
    <message>
        <source>{hub}: account</source>
        <translation>{hub}: cuenta</translation>
    </message>
    <message>
        <source>{hub}: logged in as {name}, {role}</source>
        <translation>{hub}: sesión de {name}, {role}</translation>
    </message>
    <message>
        <source>{hub}: waiting</source>
        <translation>{hub}: en espera</translation>
    </message>
    <message>
        <source>{hub}: {name} waits for approval</source>
        <translation>{hub}: {name} espera la aprobación</translation>
    </message>
    <message>
        <source>{hub}: {name}</source>
        <translation>{hub}: {name}</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{name} en {hub}</translation>
    </message>
</context>
<context>
    <name>HubMove</name>
    <message>
        <source>A hub is a computer on the internet that everybody can reach. Its owner gives you its address. The circle moves there with its name, tempo and meter, and gets new invites.</source>
        <translation>Un hub es un equipo en internet al que todos pueden llegar. Su dueño te da la dirección. El círculo se muda allí con su nombre, tempo y compás, y recibe invitaciones nuevas.</translation>
    </message>
    <message>
        <source>Move the circle</source>
        <translation>Mudar el círculo</translation>
    </message>
    <message>
        <source>The address or link of a hub</source>
        <translation>Dirección o enlace de un hub</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite for conductors</source>
        <translation>Invitación para dirigir</translation>
    </message>
    <message>
        <source>Invite for players</source>
        <translation>Invitación para tocar</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Send this to your players</source>
        <translation>Envía esto a tu grupo</translation>
    </message>
    <message>
        <source>They paste it on the start page under Join, or scan the picture.</source>
        <translation>La pegan en la página de inicio, en Unirse, o escanean la imagen.</translation>
    </message>
    <message>
        <source>This one is for people who conduct with you. They can also stop the circle.</source>
        <translation>Esta es para quienes dirigen contigo. También pueden parar el círculo.</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Circles you were in</source>
        <translation>Círculos en los que estuviste</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Paste the invite here</source>
        <translation>Pega aquí la invitación</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>Pegar la invitación</translation>
    </message>
    <message>
        <source>Play along with pads, keys or a MIDI kit. Paste the invite, or choose a circle.</source>
        <translation>Toca con pads, teclas o un kit MIDI. Pega la invitación o elige un círculo.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Músico</translation>
    </message>
    <message>
        <source>Remove the selected circle from this list (Delete)</source>
        <translation>Quitar de la lista el círculo elegido (Supr)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>“{circle}” takes an invite: ask its conductor, and paste it here.</source>
        <translation>“{circle}” pide invitación: pídela a quien lo dirige y pégala aquí.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Computer keys</source>
        <translation>Teclas del ordenador</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Each key plays its own pad</source>
        <translation>Cada tecla toca su propio pad</translation>
    </message>
    <message>
        <source>Keys play while this window is in front and you are not typing. They count by their place on the keyboard. With Shift, a stroke is as hard as it can be. Keys 1 to 5 change the bank.</source>
        <translation>Las teclas tocan mientras esta ventana está delante y usted no escribe texto. Cuenta su lugar en el teclado. Con Mayús, un golpe es lo más fuerte posible. Las teclas 1 a 5 cambian de banco.</translation>
    </message>
    <message>
        <source>Three rows: loud, middle, soft</source>
        <translation>Tres filas: fuerte, medio, suave</translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message numerus="yes">
        <source>%n sound(s) of its own, {mb} MB. Other pads sound as usual.</source>
        <translation>
            <numerusform>%n sonido propio, {mb} MB. Los demás pads suenan como siempre.</numerusform>
            <numerusform>%n sonidos propios, {mb} MB. Los demás pads suenan como siempre.</numerusform>
        </translation>
    </message>
    <message>
        <source>A kit is a folder with sounds and a kit.toml, an SFZ file, or a SoundFont (SF2).</source>
        <translation>Un kit es una carpeta con sonidos y un kit.toml, un archivo SFZ o un SoundFont (SF2).</translation>
    </message>
    <message>
        <source>Built-in sounds</source>
        <translation>Sonidos incluidos</translation>
    </message>
    <message>
        <source>Choose a kit of your own, or mix one from the built-in sounds.</source>
        <translation>Elige un kit propio o mezcla uno con los sonidos incluidos.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>File of a kit</source>
        <translation>Archivo de un kit</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Folder of a kit, with a kit.toml in it</source>
        <translation>Carpeta de un kit, con un kit.toml</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
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
        <translation>Mi kit</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>Nombre de la mezcla</translation>
    </message>
    <message>
        <source>Save the mix…</source>
        <translation>Guardar la mezcla…</translation>
    </message>
    <message>
        <source>Semitones higher, or lower</source>
        <translation>Semitonos más agudo o más grave</translation>
    </message>
    <message>
        <source>The kit is being loaded.</source>
        <translation>El kit se está cargando.</translation>
    </message>
    <message>
        <source>Your mix</source>
        <translation>Tu mezcla</translation>
    </message>
    <message>
        <source>{name}: semitones higher</source>
        <translation>{name}: semitonos más agudo</translation>
    </message>
</context>
<context>
    <name>KitPads</name>
    <message>
        <source>Bank {number}, {name}: which computer key plays what</source>
        <translation>Banco {number}, {name}: qué tecla toca qué</translation>
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
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Let all in</source>
        <translation>Dejar entrar a todos</translation>
    </message>
    <message>
        <source>Players who ask to come in</source>
        <translation>Quienes piden entrar</translation>
    </message>
</context>
<context>
    <name>KnockRow</name>
    <message>
        <source>Decline {name}</source>
        <translation>Rechazar a {name}</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Dejar entrar</translation>
    </message>
    <message>
        <source>Let {name} in</source>
        <translation>Dejar entrar a {name}</translation>
    </message>
    <message>
        <source>The address from which {name} connects</source>
        <translation>La dirección desde la que se conecta {name}</translation>
    </message>
    <message>
        <source>{name} asks to come in</source>
        <translation>{name} pide entrar</translation>
    </message>
</context>
<context>
    <name>LatencyPlot</name>
    <message>
        <source>Latencies</source>
        <translation>Latencias</translation>
    </message>
    <message>
        <source>{what} over the last {span} s</source>
        <translation>{what} en los últimos {span} s</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Close anyway</source>
        <translation>Cerrar igualmente</translation>
    </message>
    <message>
        <source>Close the rooms while music plays?</source>
        <translation>¿Cerrar las salas mientras suena música?</translation>
    </message>
    <message numerus="yes">
        <source>Close the rooms with %n client(s) connected?</source>
        <translation>
            <numerusform>¿Cerrar las salas con %n cliente conectado?</numerusform>
            <numerusform>¿Cerrar las salas con %n clientes conectados?</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the rooms</source>
        <translation>Cerrar las salas</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>The music plays on in each room, but nothing keeps the rooms together. Clients lose their connection.</source>
        <translation>La música sigue en cada sala, pero nada las mantiene juntas. Los clientes pierden la conexión.</translation>
    </message>
</context>
<context>
    <name>LeaveForQuestion</name>
    <message>
        <source>Leave the circle</source>
        <translation>Salir del círculo</translation>
    </message>
    <message>
        <source>Leave this circle, and open the recording “{file}”?</source>
        <translation>¿Dejar este círculo y abrir la grabación «{file}»?</translation>
    </message>
    <message>
        <source>Leave this circle, and see the invite to “{circle}”?</source>
        <translation>¿Dejar este círculo y ver la invitación a «{circle}»?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>You have opened a link while you are in a circle.</source>
        <translation>Abriste un enlace mientras estás en un círculo.</translation>
    </message>
    <message>
        <source>You have opened a recording while you are in a circle.</source>
        <translation>Abriste una grabación mientras estás en un círculo.</translation>
    </message>
</context>
<context>
    <name>LeaveHubDialog</name>
    <message>
        <source>End it for everybody</source>
        <translation>Terminarlo para todos</translation>
    </message>
    <message>
        <source>It runs on the hub. Come back from the start page, where you find it under “Your circles on hubs”. After an hour without anybody it ends.</source>
        <translation>Funciona en el hub. Vuelve desde la página de inicio, donde está en “Tus círculos en hubs”. Tras una hora sin nadie, termina.</translation>
    </message>
    <message>
        <source>Leave the circle</source>
        <translation>Salir del círculo</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Leave, and let the circle go on?</source>
        <translation>¿Salir y dejar que el círculo siga?</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>LevelPlot</name>
    <message>
        <source>Level of the microphone over the last seconds, in decibels</source>
        <translation>Nivel del micrófono en los últimos segundos, en decibelios</translation>
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
        <translation>Añadir las canciones y carpetas elegidas (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Añadir a la cola</translation>
    </message>
    <message>
        <source>All music</source>
        <translation>Toda la música</translation>
    </message>
    <message>
        <source>Go to the parent folder (Backspace)</source>
        <translation>Ir a la carpeta superior (Retroceso)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Search in titles, artists, albums, file names</source>
        <translation>Busca en títulos, artistas, álbumes y nombres de archivo</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>{path}: empty</source>
        <translation>{path}: vacía</translation>
    </message>
</context>
<context>
    <name>LinkOffer</name>
    <message>
        <source>Ableton Link: another program has set {bpm} bpm.</source>
        <translation>Ableton Link: otro programa ha puesto {bpm} bpm.</translation>
    </message>
    <message>
        <source>The circle keeps its tempo unless you take this one over.</source>
        <translation>El círculo mantiene su tempo si no adoptas este.</translation>
    </message>
    <message>
        <source>Use {bpm} bpm</source>
        <translation>Usar {bpm} bpm</translation>
    </message>
    <message>
        <source>Should invites that you click on open Drum Circle?</source>
        <translation>¿Abrir Drum Circle al hacer clic en una invitación?</translation>
    </message>
    <message>
        <source>They begin with drumcircle://. You can undo it with “drumcircle link --remove”.</source>
        <translation>Empiezan por drumcircle://. Puedes deshacerlo con «drumcircle link --remove».</translation>
    </message>
    <message>
        <source>Yes, open them</source>
        <translation>Sí, abrirlas</translation>
    </message>
</context>
<context>
    <name>LogInForm</name>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>No account yet? Register</source>
        <translation>¿Aún sin cuenta? Regístrate</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
</context>
<context>
    <name>LoginsDialog</name>
    <message>
        <source>Log out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Log out: {what}</source>
        <translation>Cerrar sesión: {what}</translation>
    </message>
    <message>
        <source>Logins of {name}</source>
        <translation>Sesiones de {name}</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Since {time}, from {address}</source>
        <translation>Desde {time}, en {address}</translation>
    </message>
    <message>
        <source>This account is logged in nowhere.</source>
        <translation>Esta cuenta no tiene ninguna sesión abierta.</translation>
    </message>
    <message>
        <source>last used {time}</source>
        <translation>último uso: {time}</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>esta ventana</translation>
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
        <translation>Pulsos que tiene</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a loop</source>
        <translation>Elegir un loop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>From the next cycle on; the circle takes the loop&apos;s tempo</source>
        <translation>Desde el próximo ciclo; el círculo toma el tempo del loop</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>A la mitad</translation>
    </message>
    <message>
        <source>Loop to play to</source>
        <translation>Loop para acompañar</translation>
    </message>
    <message>
        <source>No file is chosen: WAV, FLAC or OGG, up to 8 MiB and 5 minutes.</source>
        <translation>No hay archivo elegido: WAV, FLAC u OGG, hasta 8 MiB y 5 minutos.</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Sin loop</translation>
    </message>
    <message>
        <source>Play to it</source>
        <translation>Tocar con él</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Leyendo {file}…</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Archivos de sonido</translation>
    </message>
    <message>
        <source>The circle plays to {name}, at {bpm} bpm.</source>
        <translation>El círculo toca con {name}, a {bpm} bpm.</translation>
    </message>
    <message>
        <source>The circle plays without a loop.</source>
        <translation>El círculo toca sin loop.</translation>
    </message>
    <message>
        <source>The loop has half as many beats, each twice as long</source>
        <translation>El loop tiene la mitad de pulsos, cada uno el doble de largo</translation>
    </message>
    <message>
        <source>The loop has twice as many beats, each half as long</source>
        <translation>El loop tiene el doble de pulsos, cada uno la mitad de largo</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>El doble de rápido</translation>
    </message>
    <message>
        <source>Volume for all</source>
        <translation>Volumen para todos</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
    <message>
        <source>{name} is silent: it sounds at {bpm} bpm only.</source>
        <translation>{name} calla: solo suena a {bpm} bpm.</translation>
    </message>
    <message>
        <source>{name}, {length} s. It is at the server.</source>
        <translation>{name}, {length} s. Está en el servidor.</translation>
    </message>
    <message>
        <source>{name}, {length} s. {percent} % are sent to the server.</source>
        <translation>{name}, {length} s. {percent} % enviado al servidor.</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message numerus="yes">
        <source>A mail to %Ln account(s)</source>
        <translation>
            <numerusform>Un correo a %Ln persona</numerusform>
            <numerusform>Un correo a %Ln personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy all addresses</source>
        <translation>Copiar todas las direcciones</translation>
    </message>
    <message>
        <source>Mail {number} of {of}</source>
        <translation>Correo {number} de {of}</translation>
    </message>
    <message>
        <source>No mail program opens this. Copy the addresses instead.</source>
        <translation>Ningún programa de correo lo abre. Copia las direcciones.</translation>
    </message>
    <message>
        <source>Nobody sees the addresses of the others.</source>
        <translation>Nadie ve las direcciones de los demás.</translation>
    </message>
    <message>
        <source>Your mail program takes only so many addresses at once, so each button opens a part of them.</source>
        <translation>Tu programa de correo admite un número limitado de direcciones de una vez, así que cada botón abre una parte.</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Escribir un correo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Conductor</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Demo circle</source>
        <translation>Círculo de demostración</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practicar</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
</context>
<context>
    <name>MicrophoneDialog</name>
    <message>
        <source>A microphone turns your drum into a pad. The others hear your strokes one period later, exactly when you played them.</source>
        <translation>Un micrófono convierte tu tambor en un pad. Los demás oyen tus golpes un periodo después, exactamente como los tocaste.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Bass</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Bass, tone and slap are learned. Play, and see which one lights up.</source>
        <translation>Bajo, tono y slap están aprendidos. Toca y mira cuál se ilumina.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Choose a microphone. Then play: a drum, a table, a box or your hands will do.</source>
        <translation>Elige un micrófono. Luego toca: vale un tambor, una mesa, una caja o tus manos.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Dots are strokes. Grey ones are softer than the dashed line, or none that was learned.</source>
        <translation>Los puntos son golpes. Los grises son más suaves que la línea discontinua, o no se han aprendido.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Learn my strokes</source>
        <translation>Aprender mis golpes</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Sin micrófono</translation>
    </message>
    <message>
        <source>Play a real drum</source>
        <translation>Toca un tambor de verdad</translation>
    </message>
    <message>
        <source>Play now: every stroke sounds as a tone. With “Learn my strokes”, bass, tone and slap differ.</source>
        <translation>Toca: cada golpe suena como tono. Con “Aprender mis golpes” se distinguen bajo, tono y slap.</translation>
    </message>
    <message numerus="yes">
        <source>Play {stroke}: %n more time(s), some soft and some loud.</source>
        <translation>
            <numerusform>Toca {stroke}: %n vez más, unas suaves y otras fuertes.</numerusform>
            <numerusform>Toca {stroke}: %n veces más, unas suaves y otras fuertes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>Slap</translation>
    </message>
    <message>
        <source>Softest stroke</source>
        <translation>Golpe más suave</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Dejar de aprender</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tono</translation>
    </message>
    <message>
        <source>Use headphones if you can. With loudspeakers, Drum Circle takes its own sound out of the microphone; this takes it a few seconds to learn, and soft strokes may be lost.</source>
        <translation>Usa auriculares si puedes. Con altavoces, Drum Circle quita su propio sonido del micrófono; tarda unos segundos en aprenderlo, y los golpes suaves pueden perderse.</translation>
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
        <translation>En cuanto se tocan</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Choose the output that your drum module, synthesizer or music program listens to.</source>
        <translation>Elige la salida que escucha tu módulo de batería, sintetizador o programa de música.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>If your module sounds late, send earlier; if it sounds early, enter a negative number.</source>
        <translation>Si tu módulo suena tarde, envía antes; si suena pronto, escribe un número negativo.</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>Reloj MIDI, con inicio, parada y posición</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>Salida MIDI</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Ninguna salida</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Notas de los tambores</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>Notas…</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Los demás</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Mis golpes</translation>
    </message>
    <message>
        <source>Play on a MIDI device</source>
        <translation>Tocar en un dispositivo MIDI</translation>
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
        <translation>Se envía a: {port}</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Strokes leave at the moment at which you hear them, as loud as in your mixer. To hear only the device, turn down “Everything” in the card “You”.</source>
        <translation>Los golpes salen en el momento en que los oyes, con el volumen de tu mezclador. Para oír solo el dispositivo, baja «Todo» en la tarjeta «Tú».</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>La guía, con la cuenta previa</translation>
    </message>
    <message>
        <source>The output is being opened.</source>
        <translation>Se está abriendo la salida.</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>Los golpes de los demás</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>Cuando vuelven a sonar</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>Con su sonido</translation>
    </message>
</context>
<context>
    <name>MissingFilesLine</name>
    <message>
        <source>Upload the missing songs to {room}</source>
        <translation>Subir a {room} las canciones que faltan</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Subir</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>falta %n canción</numerusform>
            <numerusform>faltan %n canciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MixerCard</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Faders and buttons of MIDI controllers</source>
        <translation>Faders y botones de controladores MIDI</translation>
    </message>
    <message>
        <source>MIDI…</source>
        <translation>MIDI…</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>Mezclador</translation>
    </message>
    <message>
        <source>There are no players yet. Each gets a row here when they join.</source>
        <translation>Aún no toca nadie. Cada persona tendrá aquí una fila cuando entre.</translation>
    </message>
    <message>
        <source>changes only what you hear</source>
        <translation>solo cambia lo que tú oyes</translation>
    </message>
    <message>
        <source>for you only</source>
        <translation>solo para ti</translation>
    </message>
</context>
<context>
    <name>MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>Mezclador</translation>
    </message>
</context>
<context>
    <name>MixerStrip</name>
    <message>
        <source>Hear {name} alone</source>
        <translation>Oír solo a {name}</translation>
    </message>
    <message>
        <source>M</source>
        <comment>mute</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute {name} for yourself</source>
        <translation>Silenciar a {name} para ti</translation>
    </message>
    <message>
        <source>S</source>
        <comment>solo</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>Volume of {name}</source>
        <translation>Volumen de {name}</translation>
    </message>
    <message>
        <source>{name}, from left to right</source>
        <translation>{name}, de izquierda a derecha</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>All play softly, then loudly, in turn.</source>
        <translation>Todos tocan suave y fuerte, por turnos.</translation>
    </message>
    <message>
        <source>All start together. You hear what was played before All stop.</source>
        <translation>Todos empiezan juntos. Oyes lo que se tocó antes de Todos paran.</translation>
    </message>
    <message>
        <source>All start</source>
        <translation>Todos empiezan</translation>
    </message>
    <message>
        <source>All stop</source>
        <translation>Todos paran</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>Bells</source>
        <translation>Campanas</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Crecer</translation>
    </message>
    <message>
        <source>Call and response</source>
        <translation>Llamada y respuesta</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llama</translation>
    </message>
    <message>
        <source>Everybody plays, everybody hears everybody.</source>
        <translation>Todos tocan, todos oyen a todos.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>Primera mitad</translation>
    </message>
    <message>
        <source>Follow the leader</source>
        <translation>Sigue al líder</translation>
    </message>
    <message>
        <source>Free play</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>High drums</source>
        <translation>Tambores agudos</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>Imita</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más fuerte</translation>
    </message>
    <message>
        <source>Low drums</source>
        <translation>Tambores graves</translation>
    </message>
    <message>
        <source>Middle drums</source>
        <translation>Tambores medios</translation>
    </message>
    <message>
        <source>One half of the circle calls, the other half answers.</source>
        <translation>Una mitad del círculo llama, la otra responde.</translation>
    </message>
    <message>
        <source>One part after the other stops, until the low drums are alone.</source>
        <translation>Una parte tras otra calla, hasta que quedan solo los tambores graves.</translation>
    </message>
    <message>
        <source>One player after the other plays a solo. The others play softly.</source>
        <translation>Por turnos, cada persona toca un solo. Los demás tocan suave.</translation>
    </message>
    <message>
        <source>One player leads, all listen, then all imitate three times.</source>
        <translation>Una persona guía, todos escuchan y luego todos la imitan tres veces.</translation>
    </message>
    <message>
        <source>Only the players that you choose are heard.</source>
        <translation>Solo se oye a quienes elijas.</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Solo estos</translation>
    </message>
    <message>
        <source>Play softly</source>
        <translation>Toca suave</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>Segunda mitad</translation>
    </message>
    <message>
        <source>Shakers</source>
        <translation>Shakers</translation>
    </message>
    <message>
        <source>Silence. What was played last is kept for All start.</source>
        <translation>Silencio. Lo último que se tocó se guarda para Todos empiezan.</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Frenar</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Soft and loud</source>
        <translation>Suave y fuerte</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Más suave</translation>
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
        <translation>Empiezan los tambores graves. Una parte tras otra se suma.</translation>
    </message>
    <message>
        <source>The tempo falls with each beat.</source>
        <translation>El tempo baja con cada pulso.</translation>
    </message>
    <message>
        <source>The tempo rises with each beat.</source>
        <translation>El tempo sube con cada pulso.</translation>
    </message>
    <message>
        <source>The two halves of the circle play in turn.</source>
        <translation>Las dos mitades del círculo tocan por turnos.</translation>
    </message>
    <message>
        <source>Thin out</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Two halves</source>
        <translation>Dos mitades</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Te toca</translation>
    </message>
    <message>
        <source>Your turn: {word} in</source>
        <translation>Te toca: {word} en</translation>
    </message>
    <message>
        <source>until the conductor goes on</source>
        <translation>hasta que la dirección continúe</translation>
    </message>
    <message numerus="yes">
        <source>your turn in %n beat(s)</source>
        <translation>
            <numerusform>te toca en %n pulso</numerusform>
            <numerusform>te toca en %n pulsos</numerusform>
        </translation>
    </message>
    <message>
        <source>{mode}: paused</source>
        <translation>{mode}: en pausa</translation>
    </message>
    <message>
        <source>{who}: {word}</source>
        <translation>{who}: {word}</translation>
    </message>
    <message numerus="yes">
        <source>{word} in %n beat(s)</source>
        <translation>
            <numerusform>{word} en %n pulso</numerusform>
            <numerusform>{word} en %n pulsos</numerusform>
        </translation>
    </message>
    <message>
        <source>{word} in</source>
        <translation>{word} en</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Edit the guide…</source>
        <translation>Editar la guía…</translation>
    </message>
    <message>
        <source>End mode</source>
        <translation>Terminar modo</translation>
    </message>
    <message>
        <source>Go to the next step with the next cycle (Ctrl+K)</source>
        <translation>Ir al paso siguiente con el próximo ciclo (Ctrl+K)</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Loop to play to…</source>
        <translation>Loop para acompañar…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Next: {mode}</source>
        <translation>Después: {mode}</translation>
    </message>
    <message>
        <source>Options and session…</source>
        <translation>Opciones y sesión…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>Guía simple</translation>
    </message>
    <message>
        <source>Play freely for a while (Ctrl+P)</source>
        <translation>Tocar libre un rato (Ctrl+P)</translation>
    </message>
    <message>
        <source>Play freely from the next cycle on (Ctrl+E)</source>
        <translation>Tocar libre desde el próximo ciclo (Ctrl+E)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Avanzar</translation>
    </message>
    <message>
        <source>What everybody hears besides the strokes: the guide (Ctrl+G edits it), and a loop (Ctrl+O)</source>
        <translation>Lo que todos oyen además de los golpes: la guía (Ctrl+G la edita) y un loop (Ctrl+O)</translation>
    </message>
    <message>
        <source>What the circle does: who plays, who listens</source>
        <translation>Qué hace el círculo: quién toca, quién escucha</translation>
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
        <translation>Añadir a la sesión</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modos</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Abrir una sesión</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Ejecutar este paso</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Guardar la sesión</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Session: F9 runs the next step</source>
        <translation>Sesión: F9 ejecuta el paso siguiente</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
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
        <translation>sesión</translation>
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
        <translation>Cada paso dura</translation>
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
        <translation>Músicos, por orden</translation>
    </message>
    <message>
        <source>Tempo at the end</source>
        <translation>Tempo al final</translation>
    </message>
    <message>
        <source>one period</source>
        <translation>un periodo</translation>
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
        <translation>Para quién es la invitación</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>¿Para quién?</translation>
    </message>
    <message>
        <source>How long the invite is valid</source>
        <translation>Cuánto tiempo vale la invitación</translation>
    </message>
    <message>
        <source>How many players can join with it</source>
        <translation>Cuántas personas pueden entrar con ella</translation>
    </message>
    <message>
        <source>Make invite</source>
        <translation>Crear invitación</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>for a day</source>
        <translation>durante un día</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>durante una semana</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>durante una hora</translation>
    </message>
    <message numerus="yes">
        <source>player(s)</source>
        <translation>
            <numerusform>persona</numerusform>
            <numerusform>personas</numerusform>
        </translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>sin fin</translation>
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
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Descartar (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Another change has not taken effect yet: wait until it has.</source>
        <translation>Otro cambio aún no se aplica: espera a que lo haga.</translation>
    </message>
    <message>
        <source>Another conductor has just changed this.</source>
        <translation>Otra persona de la dirección acaba de cambiarlo.</translation>
    </message>
    <message>
        <source>Ask for a new invite.</source>
        <translation>Pide una invitación nueva.</translation>
    </message>
    <message>
        <source>Ask its conductor for a new invite.</source>
        <translation>Pide a la dirección una invitación nueva.</translation>
    </message>
    <message>
        <source>Ask the hub&apos;s administrator.</source>
        <translation>Pregunta a quien administra el hub.</translation>
    </message>
    <message>
        <source>Both invites are replaced: nobody can join with the old ones any more.</source>
        <translation>Las dos invitaciones se han sustituido: con las antiguas ya no puede entrar nadie.</translation>
    </message>
    <message>
        <source>Both invites were replaced while you were away: nobody can join with the old ones any more.</source>
        <translation>Las dos invitaciones se sustituyeron mientras no estabas: con las antiguas ya no puede entrar nadie.</translation>
    </message>
    <message>
        <source>Check that the invite is right and that the circle is running, then try again.</source>
        <translation>Comprueba que la invitación es correcta y que el círculo funciona, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Check the hub&apos;s address, then try again.</source>
        <translation>Comprueba la dirección del hub e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes.</source>
        <translation>Elige un archivo WAV, FLAC u OGG de hasta 8 MiB y 5 minutos.</translation>
    </message>
    <message>
        <source>Choose a device to try it again.</source>
        <translation>Elige un dispositivo para intentarlo otra vez.</translation>
    </message>
    <message>
        <source>Choose a name of 1 to 32 visible characters.</source>
        <translation>Elige un nombre de 1 a 32 caracteres visibles.</translation>
    </message>
    <message>
        <source>Choose another device.</source>
        <translation>Elige otro dispositivo.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elige otro nombre.</translation>
    </message>
    <message>
        <source>Enter your whole mail address.</source>
        <translation>Escribe tu correo completo.</translation>
    </message>
    <message>
        <source>It has more than two channels.</source>
        <translation>Tiene más de dos canales.</translation>
    </message>
    <message>
        <source>It is like this already.</source>
        <translation>Ya está así.</translation>
    </message>
    <message>
        <source>It lasts longer than 5 minutes.</source>
        <translation>Dura más de 5 minutos.</translation>
    </message>
    <message>
        <source>It starts again by itself: you need not do anything.</source>
        <translation>Empieza de nuevo solo: no tienes que hacer nada.</translation>
    </message>
    <message>
        <source>It will be possible as soon as the connection is back.</source>
        <translation>Será posible en cuanto vuelva la conexión.</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>Inicia sesión primero.</translation>
    </message>
    <message>
        <source>Look again, then decide.</source>
        <translation>Mira otra vez y decide.</translation>
    </message>
    <message>
        <source>Look at the list of accounts.</source>
        <translation>Mira la lista de cuentas.</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Hazlo más corto.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Antes, da la administración a otra persona.</translation>
    </message>
    <message>
        <source>No audio device was found.</source>
        <translation>No se encontró ningún dispositivo de sonido.</translation>
    </message>
    <message>
        <source>No conductor has answered.</source>
        <translation>Nadie de la dirección ha respondido.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>No se encontró ningún micrófono.</translation>
    </message>
    <message>
        <source>One joins this circle with an invite: ask the conductor for one.</source>
        <translation>A este círculo se entra con invitación: pídela a la dirección.</translation>
    </message>
    <message>
        <source>Only a conductor may do this.</source>
        <translation>Solo la dirección puede hacerlo.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Solo puede hacerlo la administración.</translation>
    </message>
    <message>
        <source>Only players with an account on this hub can come in: log in, or ask for an account.</source>
        <translation>Solo entran músicos con cuenta en este hub: inicia sesión o pide una cuenta.</translation>
    </message>
    <message>
        <source>Play with the guide, or ask the conductor for another file.</source>
        <translation>Toca con la guía, o pide a la dirección otro archivo.</translation>
    </message>
    <message>
        <source>Plug it in again, or play with keys and pads.</source>
        <translation>Conéctalo de nuevo, o toca con teclas y pads.</translation>
    </message>
    <message>
        <source>Plug it in and it will be used by itself.</source>
        <translation>Conéctalo y se usará solo.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another.</source>
        <translation>Conéctalo o elige otro.</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server; it will be used then.</source>
        <translation>Conecta uno o inicia el servidor de sonido; entonces se usará.</translation>
    </message>
    <message>
        <source>Plug one in, then choose it.</source>
        <translation>Conecta uno y luego elígelo.</translation>
    </message>
    <message>
        <source>Put it back, or choose another kit.</source>
        <translation>Ponlo de nuevo o elige otro kit.</translation>
    </message>
    <message>
        <source>Register without it, or look it up again.</source>
        <translation>Regístrate sin él, o vuelve a mirarlo.</translation>
    </message>
    <message>
        <source>Somebody has that name, or one that looks alike, already.</source>
        <translation>Alguien tiene ya ese nombre, u otro que se le parece.</translation>
    </message>
    <message>
        <source>Strokes more than a period away from now were left out.</source>
        <translation>Se omitieron golpes a más de un periodo de ahora.</translation>
    </message>
    <message>
        <source>The MIDI port “{device}” is not there.</source>
        <translation>El puerto MIDI “{device}” no está.</translation>
    </message>
    <message>
        <source>The audio device keeps failing and was switched off.</source>
        <translation>El dispositivo de sonido falla una y otra vez y se ha apagado.</translation>
    </message>
    <message>
        <source>The audio device “{device}” is not there.</source>
        <translation>El dispositivo de sonido “{device}” no está.</translation>
    </message>
    <message>
        <source>The circle at {place} cannot be reached ({reason}).</source>
        <translation>No se llega al círculo de {place} ({reason}).</translation>
    </message>
    <message>
        <source>The circle cannot be reached.</source>
        <translation>No se llega al círculo.</translation>
    </message>
    <message>
        <source>The circle is full: try again when a member has left.</source>
        <translation>El círculo está lleno: inténtalo cuando alguien salga.</translation>
    </message>
    <message>
        <source>The conductor has ended the circle.</source>
        <translation>La dirección ha terminado el círculo.</translation>
    </message>
    <message>
        <source>The conductor has not let you in.</source>
        <translation>La dirección no te ha dejado entrar.</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>La dirección te ha expulsado del círculo.</translation>
    </message>
    <message>
        <source>The connection was lost ({reason}).</source>
        <translation>Se perdió la conexión ({reason}).</translation>
    </message>
    <message>
        <source>The hub at {place} cannot be reached ({reason}).</source>
        <translation>No se llega al hub de {place} ({reason}).</translation>
    </message>
    <message>
        <source>The hub cannot read or save its accounts now.</source>
        <translation>El hub no puede leer ni guardar sus cuentas ahora.</translation>
    </message>
    <message>
        <source>The hub does not answer.</source>
        <translation>El hub no responde.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the disk does not take its file.</source>
        <translation>El loop «{name}» se oye, pero no se guarda con la grabación: el disco no admite su archivo.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the recordings fill the limit.</source>
        <translation>El loop «{name}» se oye, pero no se guarda con la grabación: las grabaciones llenan el límite.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the server does not have its file any more.</source>
        <translation>El loop «{name}» se oye, pero no se guarda con la grabación: el servidor ya no tiene su archivo.</translation>
    </message>
    <message>
        <source>The microphone “{device}” is not there.</source>
        <translation>El micrófono “{device}” no está.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>El nombre o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>The others may hear it.</source>
        <translation>Quizá los demás lo oigan.</translation>
    </message>
    <message>
        <source>The password must not contain your name or your mail address.</source>
        <translation>La contraseña no debe contener tu nombre ni tu correo.</translation>
    </message>
    <message>
        <source>The password needs 10 to 200 characters.</source>
        <translation>La contraseña necesita de 10 a 200 caracteres.</translation>
    </message>
    <message>
        <source>The players&apos; own recordings have it.</source>
        <translation>Las grabaciones de los músicos lo tienen.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>El servidor cerró la conexión.</translation>
    </message>
    <message>
        <source>The sound is back, on {device}.</source>
        <translation>El sonido ha vuelto, en {device}.</translation>
    </message>
    <message>
        <source>The sound stopped, because {cause}.</source>
        <translation>El sonido se detuvo porque {cause}.</translation>
    </message>
    <message>
        <source>There is no account “{name}”.</source>
        <translation>No hay ninguna cuenta «{name}».</translation>
    </message>
    <message>
        <source>There is no sound in it.</source>
        <translation>No contiene sonido.</translation>
    </message>
    <message>
        <source>There is no sound on {device} now.</source>
        <translation>Ahora no hay sonido en {device}.</translation>
    </message>
    <message>
        <source>This cannot be sent: it is too long or out of range.</source>
        <translation>Esto no se puede enviar: es demasiado largo o está fuera de rango.</translation>
    </message>
    <message>
        <source>This circle has ended.</source>
        <translation>Este círculo ha terminado.</translation>
    </message>
    <message>
        <source>This code is not valid, or has been used.</source>
        <translation>Este código no vale o ya se ha usado.</translation>
    </message>
    <message>
        <source>This hub keeps no accounts.</source>
        <translation>Este hub no lleva cuentas.</translation>
    </message>
    <message>
        <source>This invite is for players: nobody can conduct with it.</source>
        <translation>Esta invitación es para tocar: con ella no se puede dirigir.</translation>
    </message>
    <message>
        <source>This is no WAV, FLAC or OGG file, or it is damaged.</source>
        <translation>No es un archivo WAV, FLAC ni OGG, o está dañado.</translation>
    </message>
    <message>
        <source>This is not the server of the invite: its certificate is another one.</source>
        <translation>Este no es el servidor de la invitación: su certificado es otro.</translation>
    </message>
    <message>
        <source>Too many strokes at once: some were left out.</source>
        <translation>Demasiados golpes a la vez: algunos se omitieron.</translation>
    </message>
    <message>
        <source>Too many wait to be let in: try again in a while.</source>
        <translation>Demasiados esperan entrar: inténtalo dentro de un rato.</translation>
    </message>
    <message>
        <source>Too many wrong passwords came from your network, or for this account.</source>
        <translation>Llegaron demasiadas contraseñas erróneas de tu red, o para esta cuenta.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Inténtalo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Try again later, or ask its owner.</source>
        <translation>Inténtalo más tarde, o pregunta a quien lo mantiene.</translation>
    </message>
    <message>
        <source>Try again later, or ask the hub&apos;s administrator.</source>
        <translation>Inténtalo más tarde, o pregunta a quien administra el hub.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Type the same password twice.</source>
        <translation>Escribe dos veces la misma contraseña.</translation>
    </message>
    <message>
        <source>Use at least 4 different characters in the password.</source>
        <translation>Usa al menos 4 caracteres distintos en la contraseña.</translation>
    </message>
    <message>
        <source>Very many accounts wait for approval here.</source>
        <translation>Aquí esperan aprobación muchísimas cuentas.</translation>
    </message>
    <message>
        <source>Very many people log in just now.</source>
        <translation>Ahora mismo inicia sesión muchísima gente.</translation>
    </message>
    <message>
        <source>Wait some minutes, then try again.</source>
        <translation>Espera unos minutos e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>You are not connected</source>
        <translation>No tienes conexión</translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation>No has iniciado sesión.</translation>
    </message>
    <message>
        <source>You cannot hear the loop {name}: {problem}.</source>
        <translation>No puedes oír el loop {name}: {problem}.</translation>
    </message>
    <message>
        <source>You have joined this circle again from another window or device.</source>
        <translation>Has entrado otra vez en este círculo desde otra ventana o dispositivo.</translation>
    </message>
    <message>
        <source>You left the circle.</source>
        <translation>Has salido del círculo.</translation>
    </message>
    <message>
        <source>You need none here.</source>
        <translation>Aquí no necesitas ninguna.</translation>
    </message>
    <message>
        <source>You no longer wait to be let in.</source>
        <translation>Ya no esperas entrar.</translation>
    </message>
    <message>
        <source>You write faster than the others can read: wait a moment.</source>
        <translation>Escribes más rápido de lo que los demás pueden leer: espera un momento.</translation>
    </message>
    <message>
        <source>Your account has been disabled.</source>
        <translation>Tu cuenta está desactivada.</translation>
    </message>
    <message>
        <source>Your account is waiting for an administrator&apos;s approval.</source>
        <translation>Tu cuenta espera la aprobación de la administración.</translation>
    </message>
    <message>
        <source>Your account may play, but not create circles.</source>
        <translation>Con tu cuenta puedes tocar, pero no crear círculos.</translation>
    </message>
    <message>
        <source>Your settings could not be saved: {error}.</source>
        <translation>No se pudieron guardar tus ajustes: {error}.</translation>
    </message>
    <message>
        <source>{device} is plugged in.</source>
        <translation>{device} está conectado.</translation>
    </message>
    <message>
        <source>{device} was unplugged.</source>
        <translation>{device} se ha desconectado.</translation>
    </message>
    <message>
        <source>{file} cannot be played.</source>
        <translation>{file} no se puede reproducir.</translation>
    </message>
    <message>
        <source>{file} is larger than 8 MiB.</source>
        <translation>{file} ocupa más de 8 MiB.</translation>
    </message>
    <message>
        <source>{name} has left already.</source>
        <translation>{name} ya se ha ido.</translation>
    </message>
    <message>
        <source>{name} has replaced both invites: nobody can join with the old ones any more.</source>
        <translation>{name} ha sustituido las dos invitaciones: con las antiguas ya no puede entrar nadie.</translation>
    </message>
    <message>
        <source>{name} is the only administrator.</source>
        <translation>{name} es la única administración.</translation>
    </message>
    <message>
        <source>“Who may come in…” shows the new ones: send them to those who are to come later.</source>
        <translation>«Quién puede entrar…» muestra las nuevas: envíalas a quienes vayan a venir más tarde.</translation>
    </message>
    <message>
        <source>“{device}” could not be opened ({error}).</source>
        <translation>“{device}” no se pudo abrir ({error}).</translation>
    </message>
    <message>
        <source>“{device}” could not be started ({error}).</source>
        <translation>“{device}” no se pudo iniciar ({error}).</translation>
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
        <translation>Un número de {low} a {high}</translation>
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
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Options: {names}</source>
        <translation>Opciones: {names}</translation>
    </message>
    <message>
        <source>Play the songs in random order</source>
        <translation>Tocar las canciones en orden aleatorio</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aleatorio</translation>
    </message>
    <message>
        <source>Remove songs from the queue once they have been played</source>
        <translation>Quitar las canciones de la cola cuando hayan sonado</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Repeat, random, single, consume</source>
        <translation>Repetir, aleatorio, una sola, consumir</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Una sola</translation>
    </message>
    <message>
        <source>Start again at the end of the queue</source>
        <translation>Volver a empezar al final de la cola</translation>
    </message>
    <message>
        <source>Stop after each song; with Repeat, repeat it</source>
        <translation>Parar tras cada canción; con Repetir, repetirla</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
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
        <translation>Agogó, agudo</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>Agogó, grave</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>Bombo</translation>
    </message>
    <message>
        <source>Bass drum, soft</source>
        <translation>Bombo, suave</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>Nota de bajo</translation>
    </message>
    <message>
        <source>Bell tree</source>
        <translation>Árbol de campanas</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>Bongó, agudo</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>Bongó, grave</translation>
    </message>
    <message>
        <source>Cabasa</source>
        <translation>Cabasa</translation>
    </message>
    <message>
        <source>Castanets</source>
        <translation>Castañuelas</translation>
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
        <translation>Conga, aguda abierta</translation>
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
        <translation>Cencerro</translation>
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
        <translation>Cuíca, apagada</translation>
    </message>
    <message>
        <source>Cuica, open</source>
        <translation>Cuíca, abierta</translation>
    </message>
    <message>
        <source>Djembe bass</source>
        <translation>Djembé bajo</translation>
    </message>
    <message>
        <source>Djembe slap</source>
        <translation>Djembé slap</translation>
    </message>
    <message>
        <source>Djembe tone</source>
        <translation>Djembé tono</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>Djembé, bajo</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>Djembé, slap</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>Djembé, tono</translation>
    </message>
    <message>
        <source>Dundun, high</source>
        <translation>Dundun, agudo</translation>
    </message>
    <message>
        <source>Dundun, middle</source>
        <translation>Dundun, medio</translation>
    </message>
    <message>
        <source>Floor tom</source>
        <translation>Tom base</translation>
    </message>
    <message>
        <source>Floor tom, low</source>
        <translation>Tom base, grave</translation>
    </message>
    <message>
        <source>Guiro, long</source>
        <translation>Güiro, largo</translation>
    </message>
    <message>
        <source>Guiro, short</source>
        <translation>Güiro, corto</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>Palmada</translation>
    </message>
    <message>
        <source>Hi-hat closed</source>
        <translation>Hi-hat cerrado</translation>
    </message>
    <message>
        <source>Hi-hat edge, closed</source>
        <translation>Borde del hi-hat, cerrado</translation>
    </message>
    <message>
        <source>Hi-hat edge, open</source>
        <translation>Borde del hi-hat, abierto</translation>
    </message>
    <message>
        <source>Hi-hat open</source>
        <translation>Hi-hat abierto</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>Hi-hat, cerrado</translation>
    </message>
    <message>
        <source>Hi-hat, half open</source>
        <translation>Hi-hat, medio abierto</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>Hi-hat, abierto</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>Hi-hat, pedal</translation>
    </message>
    <message>
        <source>Hi-hat, splash</source>
        <translation>Hi-hat, splash</translation>
    </message>
    <message>
        <source>High Q</source>
        <translation>High Q</translation>
    </message>
    <message>
        <source>Jingle bells</source>
        <translation>Cascabeles</translation>
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
        <translation>Campana de metrónomo</translation>
    </message>
    <message>
        <source>Metronome click</source>
        <translation>Clic de metrónomo</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Ride</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>Ride, campana</translation>
    </message>
    <message>
        <source>Ride, edge</source>
        <translation>Ride, borde</translation>
    </message>
    <message>
        <source>Scratch pull</source>
        <translation>Scratch atrás</translation>
    </message>
    <message>
        <source>Scratch push</source>
        <translation>Scratch adelante</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>Shaker</translation>
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
        <translation>Caja</translation>
    </message>
    <message>
        <source>Snare, rim</source>
        <translation>Caja, aro</translation>
    </message>
    <message>
        <source>Splash</source>
        <translation>Splash</translation>
    </message>
    <message>
        <source>Square click</source>
        <translation>Clic cuadrado</translation>
    </message>
    <message>
        <source>Sticks</source>
        <translation>Baquetas</translation>
    </message>
    <message>
        <source>Surdo, mute</source>
        <translation>Surdo, apagado</translation>
    </message>
    <message>
        <source>Surdo, open</source>
        <translation>Surdo, abierto</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>Pandereta</translation>
    </message>
    <message>
        <source>Timbale, high</source>
        <translation>Timbal, agudo</translation>
    </message>
    <message>
        <source>Timbale, low</source>
        <translation>Timbal, grave</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>Tom, agudo</translation>
    </message>
    <message>
        <source>Tom, highest</source>
        <translation>Tom, más agudo</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>Tom, grave</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>Tom, medio</translation>
    </message>
    <message>
        <source>Triangle, mute</source>
        <translation>Triángulo, apagado</translation>
    </message>
    <message>
        <source>Triangle, open</source>
        <translation>Triángulo, abierto</translation>
    </message>
    <message>
        <source>Vibraslap</source>
        <translation>Vibraslap</translation>
    </message>
    <message>
        <source>Whistle, long</source>
        <translation>Silbato, largo</translation>
    </message>
    <message>
        <source>Whistle, short</source>
        <translation>Silbato, corto</translation>
    </message>
    <message>
        <source>Wood block, high</source>
        <translation>Caja china, aguda</translation>
    </message>
    <message>
        <source>Wood block, low</source>
        <translation>Caja china, grave</translation>
    </message>
</context>
<context>
    <name>PadsDialog</name>
    <message>
        <source>By the name of the device</source>
        <translation>Según el nombre del dispositivo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Tambor</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Hit: {pad} ({n} of {all}). Skip what your drum does not have.</source>
        <translation>Golpea: {pad} ({n} de {all}). Salta lo que tu tambor no tenga.</translation>
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
        <translation>Omitir rebotes dentro de</translation>
    </message>
    <message>
        <source>Leave out pads shaken below</source>
        <translation>Omitir pads sacudidos por debajo de</translation>
    </message>
    <message>
        <source>Leave out softer than</source>
        <translation>Omitir los más suaves que</translation>
    </message>
    <message>
        <source>MIDI drums</source>
        <translation>Tambores MIDI</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} is left out.</source>
        <translation>Nota {note}: {pad}, {struck} se omite.</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} sounds as {played}.</source>
        <translation>Nota {note}: {pad}, {struck} suena como {played}.</translation>
    </message>
    <message>
        <source>Play with this drum</source>
        <translation>Tocar con este tambor</translation>
    </message>
    <message>
        <source>Play. If a pad sounds wrong, choose your kit above, or teach the program your pads.</source>
        <translation>Toca. Si un pad suena mal, elige arriba tu kit o enseña tus pads al programa.</translation>
    </message>
    <message>
        <source>Plug in a drum kit or a pad controller; it appears here by itself.</source>
        <translation>Conecta una batería electrónica o un controlador de pads; aparece aquí solo.</translation>
    </message>
    <message>
        <source>Set up your drum</source>
        <translation>Configura tu tambor</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Stop teaching</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Teach my pads</source>
        <translation>Enseñar pads</translation>
    </message>
    <message>
        <source>To the right: how hard you hit. Upwards: how loud it sounds. Grey dots are left out.</source>
        <translation>Hacia la derecha: con qué fuerza golpeas. Hacia arriba: lo fuerte que suena. Los puntos grises se omiten.</translation>
    </message>
    <message>
        <source>Touch: heavy to light</source>
        <translation>Toque: de pesado a ligero</translation>
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
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nueva contraseña otra vez</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nueva contraseña</translation>
    </message>
</context>
<context>
    <name>PermanentInvites</name>
    <message>
        <source>New invite for conductors</source>
        <translation>Nueva invitación para dirigir</translation>
    </message>
    <message>
        <source>New invite for players</source>
        <translation>Nueva invitación para tocar</translation>
    </message>
    <message>
        <source>One for players, one for conductors. They are valid until you replace them.</source>
        <translation>Una para tocar y otra para dirigir. Valen hasta que las sustituyas.</translation>
    </message>
    <message>
        <source>The new invite for conductors, who can also stop the circle</source>
        <translation>La nueva invitación para dirigir; quien dirige también puede detener el círculo</translation>
    </message>
    <message>
        <source>The new invite for players</source>
        <translation>La nueva invitación para tocar</translation>
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
        <translation>Guía</translation>
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
        <translation>Posición</translation>
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
        <translation>Dirigir</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Círculo de tambores</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Modes, cues, tempo and players, in a window of its own (Ctrl+Shift+C)</source>
        <translation>Modos, señales, tempo y músicos en una ventana propia (Ctrl+Mayús+C)</translation>
    </message>
    <message>
        <source>The conductor has been asked</source>
        <translation>La dirección está avisada</translation>
    </message>
    <message>
        <source>What does that mean?</source>
        <translation>¿Qué significa esto?</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>Eres {name}</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s early</source>
        <translation>Tus golpes llegan {s:.1f} s antes</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s too late</source>
        <translation>Tus golpes llegan {s:.1f} s tarde</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>pulsos</translation>
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
        <translation>s hasta que te oyen</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Dirigir</translation>
    </message>
    <message>
        <source>Connection lost, trying again: the others may not hear what you play</source>
        <translation>Sin conexión, se intenta de nuevo: quizá los demás no oigan lo que tocas</translation>
    </message>
    <message>
        <source>Connection lost: the others may not hear you</source>
        <translation>Sin conexión: quizá los demás no te oigan</translation>
    </message>
    <message>
        <source>Not in the circle yet: only you hear what you play</source>
        <translation>Aún no estás en el círculo: solo tú oyes lo que tocas</translation>
    </message>
    <message>
        <source>Not your turn: only you hear what you play</source>
        <translation>No es tu turno: solo tú oyes lo que tocas</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Play on as before.</source>
        <translation>Sigue tocando como antes.</translation>
    </message>
    <message>
        <source>Play on; modes, cues and players are one click away.</source>
        <translation>Sigue tocando; modos, señales y músicos están a un clic.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>The circle stands still: only you hear what you play</source>
        <translation>El círculo está parado: solo tú oyes lo que tocas</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in</source>
        <translation>Se ha pedido a la dirección que te deje entrar</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in: only you hear what you play</source>
        <translation>Se ha pedido a la dirección que te deje entrar: solo tú oyes lo que tocas</translation>
    </message>
    <message>
        <source>The conductor has muted you: only you hear what you play</source>
        <translation>La dirección te ha silenciado: solo tú oyes lo que tocas</translation>
    </message>
    <message>
        <source>You are in the spotlight</source>
        <translation>Estás bajo el foco</translation>
    </message>
    <message>
        <source>You are in the spotlight: everybody hears you louder in {s:.1f} s</source>
        <translation>Estás bajo el foco: todos te oyen más fuerte en {s:.1f} s</translation>
    </message>
    <message>
        <source>You are not in the circle: only you hear what you play</source>
        <translation>No estás en el círculo: solo tú oyes lo que tocas</translation>
    </message>
    <message>
        <source>You have no sound. The others hear you in {s:.1f} s</source>
        <translation>No tienes sonido. Los demás te oyen en {s:.1f} s</translation>
    </message>
    <message>
        <source>You may conduct now, too.</source>
        <translation>Ahora también puedes dirigir.</translation>
    </message>
    <message>
        <source>You no longer conduct: the conductor has taken it back.</source>
        <translation>Ya no diriges: la dirección lo ha retirado.</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s</source>
        <translation>Oirás lo que tocas en {s:.1f} s</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s, together with everyone</source>
        <translation>Oirás lo que tocas en {s:.1f} s, junto con todos</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Your mixer silences everyone</source>
        <translation>Tu mezclador silencia a todos</translation>
    </message>
    <message>
        <source>Your mixer silences everyone. The others hear you in {s:.1f} s</source>
        <translation>Tu mezclador silencia a todos. Los demás te oyen en {s:.1f} s</translation>
    </message>
    <message>
        <source>Your volume is 0. The others hear you in {s:.1f} s</source>
        <translation>Tu volumen es 0. Los demás te oyen en {s:.1f} s</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>ms, últimos 60 s</translation>
    </message>
    <message>
        <source>{name} is in the spotlight: all others sound softer</source>
        <translation>{name} está bajo el foco: los demás suenan más suave</translation>
    </message>
</context>
<context>
    <name>PlotsCard</name>
    <message>
        <source>All measurements as a table (CSV)…</source>
        <translation>Todas las medidas como tabla (CSV)…</translation>
    </message>
    <message>
        <source>Both plots as a picture (PNG)…</source>
        <translation>Ambas gráficas como imagen (PNG)…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>Latencias</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Skews</source>
        <translation>Desfases</translation>
    </message>
    <message>
        <source>Stop the plots; measurements are still recorded</source>
        <translation>Detener las gráficas; las medidas se siguen registrando</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>El último minuto</numerusform>
            <numerusform>Los últimos %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Sincronía</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>one-way latency in ms</source>
        <translation>latencia de ida en ms</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>salas</translation>
    </message>
    <message>
        <source>skew in ms (up: later)</source>
        <translation>desfase en ms (arriba: más tarde)</translation>
    </message>
    <message>
        <source>skew in ms (up: later), ± uncertainty</source>
        <translation>desfase en ms (arriba: más tarde), ± incertidumbre</translation>
    </message>
    <message>
        <source>skew in ms (up: later); the band is its uncertainty</source>
        <translation>desfase en ms (arriba: más tarde); la banda es su incertidumbre</translation>
    </message>
    <message>
        <source>skew in ms</source>
        <translation>desfase en ms</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>no se pudo escribir la imagen</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>A circle of your own</source>
        <translation>Un círculo propio</translation>
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
        <translation>Pulsos</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Círculo</translation>
    </message>
    <message>
        <source>Cycle {n}: {points} points, {side}, off by {spread} ms</source>
        <translation>Ciclo {n}: {points} puntos, {side}, desviación {spread} ms</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Círculo de tambores</translation>
    </message>
    <message>
        <source>Even strokes</source>
        <translation>Golpes regulares</translation>
    </message>
    <message>
        <source>Keep my strokes coming round</source>
        <translation>Que mis golpes sigan volviendo</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Marcha</translation>
    </message>
    <message>
        <source>On the beat</source>
        <translation>En el pulso</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practicar</translation>
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
        <translation>Iniciar tras una cuenta, o parar con el ciclo (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Start, wait for the count-in, and play with the guide. Each cycle gets up to 100 points.</source>
        <translation>Inicia, espera la cuenta y toca con la guía. Cada ciclo da hasta 100 puntos.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Taking turns</source>
        <translation>Por turnos</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>They play</source>
        <translation>Ellos tocan</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Sincronía</translation>
    </message>
    <message>
        <source>best at this tempo</source>
        <translation>mejor con este tempo</translation>
    </message>
    <message>
        <source>latest cycles</source>
        <translation>últimos ciclos</translation>
    </message>
    <message>
        <source>points, last cycle</source>
        <translation>puntos, último ciclo</translation>
    </message>
    <message>
        <source>{ms} ms ahead</source>
        <translation>{ms} ms pronto</translation>
    </message>
    <message>
        <source>{ms} ms behind</source>
        <translation>{ms} ms tarde</translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message>
        <source>Export the settings</source>
        <translation>Exportar los ajustes</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar ajustes</translation>
    </message>
    <message>
        <source>New here? Four steps lead to your first stroke.</source>
        <translation>¿Primera vez aquí? Cuatro pasos te llevan a tu primer golpe.</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Inicio rápido</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>As soon as struck</source>
        <translation>En cuanto se tocan</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Ask once a day whether there is one</source>
        <translation>Preguntar una vez al día si hay una</translation>
    </message>
    <message>
        <source>Ask the router to open the port</source>
        <translation>Pedir al router que abra el puerto</translation>
    </message>
    <message>
        <source>Beats per minute</source>
        <translation>Pulsos por minuto</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Pulsos</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>By invite</source>
        <translation>Con invitación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Dirigir</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
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
        <translation>Guía</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Host and port, such as 127.0.0.1:9000</source>
        <translation>Equipo y puerto, como 127.0.0.1:9000</translation>
    </message>
    <message>
        <source>How many play with you</source>
        <translation>Cuántos tocan contigo</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>In a cycle</source>
        <translation>En un ciclo</translation>
    </message>
    <message>
        <source>In the circles that you launch</source>
        <translation>En los círculos que creas</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Lead it; needs the package linkpython-extern</source>
        <translation>Marcar el tempo; necesita el paquete linkpython-extern</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>Dejar entrar a internet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Light, dark, or with high contrast</source>
        <translation>Claro, oscuro o con alto contraste</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>Reloj MIDI, con inicio, parada y posición</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>Salida MIDI</translation>
    </message>
    <message>
        <source>Milliseconds, for late modules</source>
        <translation>Milisegundos, para módulos con retraso</translation>
    </message>
    <message>
        <source>Milliseconds; Timing… measures it</source>
        <translation>Milisegundos; Sincronía… lo mide</translation>
    </message>
    <message>
        <source>Milliseconds; time tags stay exact</source>
        <translation>Milisegundos; las marcas de tiempo siguen siendo exactas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Versiones nuevas</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Ningún ajuste coincide.</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Notas de los tambores</translation>
    </message>
    <message>
        <source>Number in the cycle, length and speed</source>
        <translation>Número en el ciclo, su duración y el tempo</translation>
    </message>
    <message>
        <source>Of all windows</source>
        <translation>De todas las ventanas</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>On which strokes are sent; drums are on 10</source>
        <translation>Por el que se envían los golpes; la percusión va por el 10</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Los demás</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Mis golpes</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>Adelantar el sonido</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practicar</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Perfiles…</translation>
    </message>
    <message>
        <source>Record each circle that you launch</source>
        <translation>Grabar cada círculo que creas</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset: all MIDI drums. Choose it while you play</source>
        <translation>Restablecer: todos los tambores MIDI. Se elige al tocar</translation>
    </message>
    <message>
        <source>Reset: none. Choose it while you play</source>
        <translation>Restablecer: ninguna. Elígela mientras tocas</translation>
    </message>
    <message>
        <source>Reset: the built-in sounds. Choose it while you play</source>
        <translation>Restablecer: los sonidos incluidos. Se elige al tocar</translation>
    </message>
    <message>
        <source>Reset: the system&apos;s. Choose it while you play</source>
        <translation>Restablecer: el del sistema. Se elige al tocar</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Send OSC to</source>
        <translation>Enviar OSC a</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>Enviar antes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Dispositivo de sonido</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Golpes</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>That players connect to; 0: any free one</source>
        <translation>Al que se conectan los músicos; 0: uno libre cualquiera</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>La guía, con la cuenta previa</translation>
    </message>
    <message>
        <source>The hand goes from beat to beat</source>
        <translation>La aguja va de pulso en pulso</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>Los golpes de los demás</translation>
    </message>
    <message>
        <source>What is heard of the guide</source>
        <translation>Lo que se oye de la guía</translation>
    </message>
    <message>
        <source>What is heard of the players</source>
        <translation>Lo que se oye de los músicos</translation>
    </message>
    <message>
        <source>What the others call you</source>
        <translation>Cómo te llaman los demás</translation>
    </message>
    <message>
        <source>When they are sent</source>
        <translation>Cuándo se envían</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>Cuando vuelven a sonar</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Quién puede entrar</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>Con su sonido</translation>
    </message>
    <message>
        <source>With which your drum module plays them</source>
        <translation>Con las que tu módulo de batería los toca</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>A profile keeps your settings under a name. Invites, hubs and recordings are not in it.</source>
        <translation>Un perfil guarda tus ajustes con un nombre. No incluye invitaciones, hubs ni grabaciones.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Keep as profile</source>
        <translation>Guardar como perfil</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>Nombre de un perfil nuevo</translation>
    </message>
    <message>
        <source>Name, such as “stage” or “Ana”</source>
        <translation>Nombre, por ejemplo “escenario” o “Ana”</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
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
        <translation>Cola</translation>
    </message>
    <message>
        <source>The queue is empty. Add songs from the library (Alt+2) or with any MPD client.</source>
        <translation>La cola está vacía. Añade canciones de la biblioteca (Alt+2) o con cualquier cliente MPD.</translation>
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
        <translation>duración</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>{title}, current song</source>
        <translation>{title}, canción actual</translation>
    </message>
</context>
<context>
    <name>QuickStart</name>
    <message>
        <source>A MIDI drum plays as soon as it is plugged in. A real drum plays through a microphone: press Microphone… while you play. Without either, strike the pads with the mouse or the keys on them.</source>
        <translation>Un tambor MIDI toca en cuanto lo conectas. Un tambor de verdad toca con un micrófono: pulsa Micrófono… mientras tocas. Sin ninguno, toca los pads con el ratón o con las teclas que llevan escritas.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Everything you play comes round one turn of the ring later, and then everybody hears it. Try it by yourself with Practice, or paste an invite under Join.</source>
        <translation>Todo lo que tocas vuelve una vuelta del anillo después, y entonces lo oyen todos. Pruébalo a solas con Practicar, o pega una invitación en Unirse.</translation>
    </message>
    <message>
        <source>In which language do you want to read?</source>
        <translation>¿En qué idioma quieres leer?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practicar</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Inicio rápido</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Paso {n} de {all}</translation>
    </message>
    <message>
        <source>What the others in the circle call you.</source>
        <translation>Cómo te llaman los demás en el círculo.</translation>
    </message>
    <message>
        <source>Your drum</source>
        <translation>Tu tambor</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>Close it again</source>
        <translation>Cerrarlo de nuevo</translation>
    </message>
    <message>
        <source>Finding out who can come in …</source>
        <translation>Averiguando quién puede entrar…</translation>
    </message>
    <message>
        <source>IPv6 is the newer kind of internet address, which not every player has. For the others, launch the circle on a hub. If players with IPv6 cannot connect, let port {port} through your router&apos;s firewall.</source>
        <translation>IPv6 es el tipo más nuevo de dirección de internet, y no todos la tienen. Para los demás, crea el círculo en un hub. Si ni con IPv6 pueden conectarse, deja pasar el puerto {port} por el cortafuegos de tu router.</translation>
    </message>
    <message>
        <source>If players cannot connect, let Drum Circle through this computer&apos;s firewall.</source>
        <translation>Si nadie puede conectarse, deja pasar a Drum Circle por el cortafuegos de este equipo.</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>Dejar entrar a internet</translation>
    </message>
    <message>
        <source>Only players on this computer can come in</source>
        <translation>Solo pueden entrar músicos en este equipo</translation>
    </message>
    <message>
        <source>Only players on this network can come in so far</source>
        <translation>Por ahora solo pueden entrar músicos de esta red</translation>
    </message>
    <message>
        <source>Only players on this network can come in</source>
        <translation>Solo pueden entrar músicos de esta red</translation>
    </message>
    <message>
        <source>Only players with IPv6 can come in</source>
        <translation>Solo pueden entrar músicos con IPv6</translation>
    </message>
    <message>
        <source>Players anywhere on the internet can come in</source>
        <translation>Pueden entrar músicos de todo internet</translation>
    </message>
    <message>
        <source>Players at your place can join. For the others, forward port {port} to this computer in your router&apos;s settings, or launch the circle on a hub.</source>
        <translation>Quienes están contigo pueden unirse. Para los demás, redirige el puerto {port} a este equipo en tu router, o crea el círculo en un hub.</translation>
    </message>
    <message>
        <source>The circle is for this computer only, or the computer is not in a network.</source>
        <translation>El círculo es solo para este equipo, o el equipo no está en una red.</translation>
    </message>
    <message>
        <source>The hub has tried it: your router passes players on to this computer.</source>
        <translation>El hub lo ha probado: tu router envía a la gente a este equipo.</translation>
    </message>
    <message>
        <source>The hub has tried to connect to this computer, and could not: a firewall keeps players out. Let port {port} through, in this computer&apos;s firewall and in your router&apos;s, or launch the circle on a hub.</source>
        <translation>El hub intentó conectarse a este equipo y no pudo: un cortafuegos no deja entrar a nadie. Deja pasar el puerto {port} en el cortafuegos de este equipo y en el de tu router, o crea el círculo en un hub.</translation>
    </message>
    <message>
        <source>The router is being asked. This takes some seconds.</source>
        <translation>Se está preguntando al router. Tarda unos segundos.</translation>
    </message>
    <message>
        <source>Your router can let in players from the internet until the circle ends. Let it do so?</source>
        <translation>Tu router puede dejar entrar a gente de internet hasta que el círculo termine. ¿Quieres?</translation>
    </message>
    <message>
        <source>Your router did not open the port: {why}.</source>
        <translation>Tu router no abrió el puerto: {why}.</translation>
    </message>
    <message>
        <source>Your router is itself behind another one, at your place or at your provider&apos;s. So players elsewhere cannot reach you. For them, launch the circle on a hub.</source>
        <translation>Tu router está detrás de otro, en tu casa o en tu proveedor. Por eso los de fuera no pueden llegar a ti. Para ellos, crea el círculo en un hub.</translation>
    </message>
    <message>
        <source>Your router passes players on to this computer until the circle ends.</source>
        <translation>Tu router envía a la gente a este equipo hasta que el círculo termine.</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>Address in the invites</source>
        <translation>Dirección en las invitaciones</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Choose an address, or type another one, such as the name of your router</source>
        <translation>Elige una dirección o escribe otra, como el nombre de tu router</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>como la escribiste</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>internet</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>esta red</translation>
    </message>
    <message>
        <source>this provider</source>
        <translation>este proveedor</translation>
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
        <translation>Como sonido que se puede repetir sin cortes</translation>
    </message>
    <message>
        <source>Back to the recordings (Esc)</source>
        <translation>Volver a las grabaciones (Esc)</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Copiar el archivo</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>Para un secuenciador: una pista por persona</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>Archivos MIDI (*.mid)</translation>
    </message>
    <message>
        <source>Play this cycle again and again (Enter)</source>
        <translation>Tocar este ciclo una y otra vez (Intro)</translation>
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
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Save as MIDI…</source>
        <translation>Guardar como MIDI…</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Guardar como WAV…</translation>
    </message>
    <message>
        <source>Save the loop</source>
        <translation>Guardar el loop</translation>
    </message>
    <message>
        <source>Show the tightest cycle</source>
        <translation>Mostrar el ciclo más junto</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>Archivos de sonido (*.wav)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation>Más junto</translation>
    </message>
    <message>
        <source>To paste it into a mail, a chat or a folder</source>
        <translation>Para pegarlo en un correo, un chat o una carpeta</translation>
    </message>
    <message>
        <source>a few strokes</source>
        <translation>unos pocos golpes</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>the tightest</source>
        <translation>el más junto</translation>
    </message>
    <message>
        <source>together within {around}</source>
        <translation>juntos a {around}</translation>
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
        <translation>Doble clic o Intro para volver a unirte</translation>
    </message>
    <message>
        <source>{circle} at {host}</source>
        <translation>{circle} en {host}</translation>
    </message>
</context>
<context>
    <name>RecordingsList</name>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation>
            <numerusform>%Ln golpe</numerusform>
            <numerusform>%Ln golpes</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} y {more} más</translation>
    </message>
    <message>
        <source>{size} · unfinished</source>
        <translation>{size} · sin terminar</translation>
    </message>
</context>
<context>
    <name>RecordingsView</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Every circle you play in is recorded. You find it here as soon as you have left it.</source>
        <translation>Cada círculo en el que tocas se graba. Lo encuentras aquí en cuanto sales de él.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>Archivos MIDI (*.mid)</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Aún no hay grabaciones</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Rename the recording</source>
        <translation>Cambiar el nombre de la grabación</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>Archivos de sonido (*.wav)</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Back to logging in</source>
        <translation>Volver al inicio de sesión</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>One-time code, for the hub&apos;s first administrator only</source>
        <translation>Código de un solo uso, solo para la primera administración del hub</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Contraseña otra vez</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrarse</translation>
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
        <translation>Su música sigue, pero ya no junto con las demás. Se pierden su desfase y su ajuste de volumen.</translation>
    </message>
    <message>
        <source>Remove a room</source>
        <translation>Quitar una sala</translation>
    </message>
    <message>
        <source>Remove {room} from the group?</source>
        <translation>¿Quitar {room} del grupo?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
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
        <translation>Expulsar a alguien</translation>
    </message>
    <message>
        <source>Remove {name} from the circle?</source>
        <translation>¿Expulsar a {name} del círculo?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>{name} is disconnected and hears nothing more.</source>
        <translation>{name} pierde la conexión y deja de oír.</translation>
    </message>
</context>
<context>
    <name>RenewButton</name>
    <message>
        <source>Replace both invites…</source>
        <translation>Sustituir las dos invitaciones…</translation>
    </message>
</context>
<context>
    <name>RenewQuestion</name>
    <message>
        <source>Keep the old ones</source>
        <translation>Conservar las antiguas</translation>
    </message>
    <message>
        <source>Nobody can join with the old invite for players or for conductors any more. Everybody who is in the circle stays in it. Other conductors are told, and get the new ones. Limited invites stay valid.</source>
        <translation>Con la antigua invitación para tocar o para dirigir ya no podrá entrar nadie. Quienes están en el círculo se quedan en él. Las demás personas que dirigen reciben un aviso y las invitaciones nuevas. Las invitaciones limitadas siguen valiendo.</translation>
    </message>
    <message>
        <source>Replace both invites</source>
        <translation>Sustituir las dos invitaciones</translation>
    </message>
    <message>
        <source>Replace both</source>
        <translation>Sustituir las dos</translation>
    </message>
    <message>
        <source>Replace both invites by new ones?</source>
        <translation>¿Cambiar ambas invitaciones por otras nuevas?</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Drum Circle keeps running, but something may not work. Please send us this report.</source>
        <translation>Drum Circle sigue funcionando, pero quizá algo no vaya bien. Envíanos este informe, por favor.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>Algo inesperado falló</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo falló</translation>
    </message>
    <message numerus="yes">
        <source>{summary} (and %n more)</source>
        <translation>
            <numerusform>{summary} (y %n más)</numerusform>
            <numerusform>{summary} (y %n más)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source> of cycle {cycle}</source>
        <translation> del ciclo {cycle}</translation>
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
        <translation>, vuelve en {wait} s</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Prepárate</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Preparado</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Anillo</translation>
    </message>
    <message>
        <source>beat {number} of {beats}</source>
        <translation>pulso {number} de {beats}</translation>
    </message>
    <message>
        <source>begins in {s:.0f} s</source>
        <translation>empieza en {s:.0f} s</translation>
    </message>
    <message>
        <source>connecting again</source>
        <translation>conectando de nuevo</translation>
    </message>
    <message>
        <source>finding the beat</source>
        <translation>buscando el pulso</translation>
    </message>
    <message>
        <source>playing at {bpm} beats per minute</source>
        <translation>tocando a {bpm} pulsos por minuto</translation>
    </message>
    <message>
        <source>press Start</source>
        <translation>pulsa Iniciar</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>stops in {s:.0f} s</source>
        <translation>para en {s:.0f} s</translation>
    </message>
    <message>
        <source>waiting for the conductor</source>
        <translation>esperando a la dirección</translation>
    </message>
    <message>
        <source>waiting to be let in</source>
        <translation>esperando a entrar</translation>
    </message>
    <message>
        <source>you are not in the circle</source>
        <translation>no estás en el círculo</translation>
    </message>
    <message>
        <source>{beats} beats in {s:.0f} s</source>
        <translation>{beats} pulsos en {s:.0f} s</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm in {s:.0f} s</source>
        <translation>{bpm:.4g} bpm en {s:.0f} s</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm, {beats} beats in {s:.0f} s</source>
        <translation>{bpm:.4g} bpm, {beats} pulsos en {s:.0f} s</translation>
    </message>
    <message numerus="yes">
        <source>{cue} in %n beat(s)</source>
        <translation>
            <numerusform>{cue} en %n pulso</numerusform>
            <numerusform>{cue} en %n pulsos</numerusform>
        </translation>
    </message>
    <message>
        <source>{cue} in</source>
        <translation>{cue} en</translation>
    </message>
    <message>
        <source>{name} chosen</source>
        <translation>{name} elegido</translation>
    </message>
    <message>
        <source>{name}, on beat {beat}</source>
        <translation>{name}, en el pulso {beat}</translation>
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
        <translation>/srv/music, o pi@cocina.local:Music por SFTP</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Añadir una sala</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Another room has this name. Choose a different one.</source>
        <translation>Otra sala tiene este nombre. Elige uno distinto.</translation>
    </message>
    <message>
        <source>Any computer that runs MPD, the Music Player Daemon, can be a room.</source>
        <translation>Cualquier equipo con MPD, el Music Player Daemon, puede ser una sala.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Computer, port</source>
        <translation>Equipo, puerto</translation>
    </message>
    <message>
        <source>Enter the computer&apos;s name or address.</source>
        <translation>Escribe el nombre o la dirección del equipo.</translation>
    </message>
    <message>
        <source>Found in this network</source>
        <translation>Encontrados en esta red</translation>
    </message>
    <message>
        <source>Found in this network:</source>
        <translation>Encontrados en esta red:</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Cocina</translation>
    </message>
    <message>
        <source>Music folder of this room</source>
        <translation>Carpeta de música de esta sala</translation>
    </message>
    <message>
        <source>Music folder</source>
        <translation>Carpeta de música</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Needed only for uploads to this room.</source>
        <translation>Solo hace falta para subir a esta sala.</translation>
    </message>
    <message>
        <source>No other MPD server was found. Enter its address below; servers that do not announce themselves (zeroconf_enabled in mpd.conf) cannot be found.</source>
        <translation>No se encontró otro servidor MPD. Escribe su dirección abajo; los servidores que no se anuncian (zeroconf_enabled en mpd.conf) no se pueden encontrar.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Searching for MPD servers in this network…</source>
        <translation>Buscando servidores MPD en esta red…</translation>
    </message>
    <message>
        <source>kitchen.local or 192.168.1.20</source>
        <translation>cocina.local o 192.168.1.20</translation>
    </message>
    <message>
        <source>only if MPD asks for one</source>
        <translation>solo si MPD la pide</translation>
    </message>
    <message>
        <source>{name} · {where}</source>
        <translation>{name} · {where}</translation>
    </message>
    <message>
        <source>{room} has this address already.</source>
        <translation>{room} ya tiene esta dirección.</translation>
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
        <translation>Añadir una sala</translation>
    </message>
    <message>
        <source>Address, password and music folder (Enter)</source>
        <translation>Dirección, contraseña y carpeta de música (Intro)</translation>
    </message>
    <message>
        <source>All rooms are off</source>
        <translation>Todas las salas están apagadas</translation>
    </message>
    <message>
        <source>All {n} rooms together</source>
        <translation>Las {n} salas juntas</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Enter its address, or choose one found in your network (Ctrl+N)</source>
        <translation>Escribe su dirección o elige una encontrada en tu red (Ctrl+N)</translation>
    </message>
    <message>
        <source>Find the right offset by ear (T)</source>
        <translation>Encontrar el desfase correcto de oído (T)</translation>
    </message>
    <message>
        <source>Remove the room from the group (Delete)</source>
        <translation>Quitar la sala del grupo (Supr)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
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
        <translation>{n} de {all} salas juntas, {rest} aún sin medir</translation>
    </message>
    <message>
        <source>{n} rooms play, not measured yet</source>
        <translation>{n} salas tocan, aún sin medir</translation>
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
        <translation>Desfase en milisegundos</translation>
    </message>
    <message>
        <source>Volume trim</source>
        <translation>Ajuste de volumen</translation>
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
        <translation>Atrás (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>How a phone or another MPD client connects to the rooms</source>
        <translation>Cómo se conecta a las salas un teléfono u otro cliente MPD</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>Cómo conectarse</translation>
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
        <translation>cerrado para clientes MPD</translation>
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
        <translation>Cuánto más tarde suena que la sala de referencia, con la incertidumbre (±)</translation>
    </message>
    <message>
        <source>How much later the room should sound (← and → keys, with Shift by 10; double-click to type)</source>
        <translation>Cuánto más tarde debe sonar la sala (teclas ← y →, con Mayús de 10 en 10; doble clic para escribir)</translation>
    </message>
    <message>
        <source>How much louder than the group&apos;s volume, in points (+ and − keys; double-click to type)</source>
        <translation>Cuánto más fuerte que el grupo, en puntos (teclas + y −; doble clic para escribir)</translation>
    </message>
    <message>
        <source>Time a command takes to reach the room</source>
        <translation>Tiempo que tarda una orden en llegar a la sala</translation>
    </message>
    <message>
        <source>Whether the room plays with the group (Space)</source>
        <translation>Si la sala toca con el grupo (espacio)</translation>
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
        <translation>entra con la próxima canción</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>falta %n canción</numerusform>
            <numerusform>faltan %n canciones</numerusform>
        </translation>
    </message>
    <message>
        <source>latency</source>
        <translation>latencia</translation>
    </message>
    <message>
        <source>lead room</source>
        <translation>sala principal</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>not controlled</source>
        <translation>sin control</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>sin medir</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>offset, ms</source>
        <translation>desfase, ms</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>receives the queue</source>
        <translation>recibe la cola</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>room</source>
        <translation>sala</translation>
    </message>
    <message>
        <source>skew</source>
        <translation>desfase</translation>
    </message>
    <message>
        <source>song</source>
        <translation>canción</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>together</source>
        <translation>juntas</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>reintentando</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>sin acceso</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volumen</translation>
    </message>
    <message>
        <source>without this song</source>
        <translation>sin esta canción</translation>
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
        <translation>Añade tus salas o haz que se busquen. Luego pon música desde aquí o con cualquier cliente MPD: todas empiezan juntas y siguen juntas.</translation>
    </message>
    <message>
        <source>Keeps the music players (MPD) of all your rooms together.</source>
        <translation>Mantiene juntos los reproductores (MPD) de todas tus salas.</translation>
    </message>
    <message>
        <source>Open the rooms</source>
        <translation>Abrir las salas</translation>
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
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Encender</translation>
    </message>
    <message>
        <source>Tap along…</source>
        <translation>Marcar…</translation>
    </message>
    <message>
        <source>Type the offset…</source>
        <translation>Escribir el desfase…</translation>
    </message>
    <message>
        <source>Type the volume…</source>
        <translation>Escribir el volumen…</translation>
    </message>
</context>
<context>
    <name>RoomsTabs</name>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>%Ln canción</numerusform>
            <numerusform>%Ln canciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt+{n}</source>
        <translation>Alt+{n}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Remove all songs from the queue</source>
        <translation>Quitar todas las canciones de la cola</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
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
        <translation>Una sala es cualquier equipo con altavoces y MPD, el Music Player Daemon. Todas las salas que añadas tocan la misma música en el mismo momento, y cualquier cliente MPD las controla.</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Añadir una sala</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sucesos</translation>
    </message>
    <message>
        <source>Look for rooms</source>
        <translation>Buscar salas</translation>
    </message>
    <message>
        <source>No rooms yet</source>
        <translation>Aún no hay salas</translation>
    </message>
    <message>
        <source>The plots could not be exported: {why}</source>
        <translation>No se pudieron exportar las gráficas: {why}</translation>
    </message>
    <message>
        <source>Try another folder.</source>
        <translation>Prueba con otra carpeta.</translation>
    </message>
</context>
<context>
    <name>RosterDesk</name>
    <message>
        <source>Search the players</source>
        <translation>Buscar músicos</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>La dirección te ha expulsado del círculo.</translation>
    </message>
    <message>
        <source>The same invite works again.</source>
        <translation>La misma invitación vale de nuevo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{name} may come back.</source>
        <translation>{name} puede volver.</translation>
    </message>
    <message>
        <source>{name} was removed and cannot come back for 10 minutes.</source>
        <translation>{name} ha sido expulsado y no puede volver durante 10 minutos.</translation>
    </message>
</context>
<context>
    <name>RosterHeader</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>RosterMenu</name>
    <message>
        <source>End the spotlight</source>
        <translation>Quitar el foco</translation>
    </message>
    <message>
        <source>Let this player conduct</source>
        <translation>Dejar dirigir a esta persona</translation>
    </message>
    <message>
        <source>Level for all</source>
        <translation>Nivel para todos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Only this player</source>
        <translation>Solo esta persona</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Spotlight: louder than all others</source>
        <translation>Foco: más fuerte que todos los demás</translation>
    </message>
    <message>
        <source>Take back conducting</source>
        <translation>Retirar la dirección</translation>
    </message>
    <message>
        <source>The player&apos;s name</source>
        <translation>El nombre</translation>
    </message>
    <message>
        <source>Why do I not hear them?</source>
        <translation>¿Por qué no oigo a esta persona?</translation>
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
        <translation>Cuánto se retrasa de media esta persona (menos: se adelanta) y cuánto varía</translation>
    </message>
    <message>
        <source>How long before they sound this player&apos;s strokes reach everybody</source>
        <translation>Cuánto antes de sonar llegan a todos los golpes de esta persona</translation>
    </message>
    <message>
        <source>Largest possible error of this player&apos;s clock</source>
        <translation>Mayor error posible del reloj de esta persona</translation>
    </message>
    <message>
        <source>Strokes of the last minute that reached this player too late and were not played</source>
        <translation>Golpes del último minuto que llegaron tarde a esta persona y no sonaron</translation>
    </message>
    <message>
        <source>Time a message takes to the server and back</source>
        <translation>Tiempo que tarda un mensaje en ir al servidor y volver</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>reloj</translation>
    </message>
    <message>
        <source>conductor</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>early by</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>se ha ido</translation>
    </message>
    <message>
        <source>late</source>
        <translation>tarde</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en silencio</translation>
    </message>
    <message>
        <source>round trip</source>
        <translation>ida/vuelta</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>foco</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>ritmo</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
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
        <translation>Mensaje a {name}</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Más para {name}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>Silenciar a {name}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Nobody hears a muted member (M)</source>
        <translation>Nadie oye a quien está en silencio (M)</translation>
    </message>
    <message>
        <source>Remove this member from the circle (Delete)</source>
        <translation>Expulsar del círculo a esta persona (Supr)</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Expulsar a {name}</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>Activar sonido de {name}</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Activar sonido</translation>
    </message>
    <message>
        <source>Write to this member alone (Enter)</source>
        <translation>Escribir solo a esta persona (Intro)</translation>
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
        <translation>Con conexión</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>En silencio</translation>
    </message>
    <message>
        <source>Name or part</source>
        <translation>Nombre o parte</translation>
    </message>
    <message>
        <source>Search the players by name or part (Ctrl+F)</source>
        <translation>Buscar músicos por nombre o parte (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the players by name or part</source>
        <translation>Buscar músicos por nombre o parte</translation>
    </message>
    <message>
        <source>Which players are shown</source>
        <translation>Qué músicos se muestran</translation>
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
        <translation>Mensaje a {name}</translation>
    </message>
    <message>
        <source>Mute {name} for everyone</source>
        <translation>Silenciar a {name} para todos</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Músicos</translation>
    </message>
    <message>
        <source>Remove {name}…</source>
        <translation>Expulsar a {name}…</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>Activar sonido de {name}</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>kept</source>
        <translation>cumplida</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>no cumplida</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pendiente</translation>
    </message>
</context>
<context>
    <name>SideStack</name>
    <message>
        <source>Round trips</source>
        <translation>Ida y vuelta</translation>
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
        <translation>Agogó, agudo</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>Agogó, grave</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>Bombo</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>Nota de bajo</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>Bongó, agudo</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>Bongó, grave</translation>
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
        <translation>Conga, abierta</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>Conga, slap</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>Cencerro</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Crash</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>Djembé, bajo</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>Djembé, slap</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>Djembé, tono</translation>
    </message>
    <message>
        <source>Dundun</source>
        <translation>Dundun</translation>
    </message>
    <message>
        <source>Guiro</source>
        <translation>Güiro</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>Palmada</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>Hi-hat, cerrado</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>Hi-hat, abierto</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>Hi-hat, pedal</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Ride</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>Ride, campana</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>Shaker</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>Side stick</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>Pandereta</translation>
    </message>
    <message>
        <source>Timbale</source>
        <translation>Timbal</translation>
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
        <translation>Tom, medio</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Triángulo</translation>
    </message>
    <message>
        <source>Triangle, muted</source>
        <translation>Triángulo, apagado</translation>
    </message>
    <message>
        <source>Wood block</source>
        <translation>Caja china</translation>
    </message>
</context>
<context>
    <name>SpotlightLine</name>
    <message>
        <source>End spotlight</source>
        <translation>Quitar foco</translation>
    </message>
    <message>
        <source>{name} is in the spotlight</source>
        <translation>{name} está bajo el foco</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Check your name, then press Join.</source>
        <translation>Comprueba tu nombre y pulsa Unirse.</translation>
    </message>
    <message>
        <source>Connecting to “{circle}” at {host} …</source>
        <translation>Conectando con “{circle}” en {host} …</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
    <message>
        <source>Everyone hears everyone one turn of the ring later, exactly in time, anywhere in the world.</source>
        <translation>Todos oyen a todos una vuelta del anillo después, exactamente a tempo, en cualquier lugar del mundo.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>How to begin, and what to do when something does not work (F1)</source>
        <translation>Cómo empezar y qué hacer si algo no funciona (F1)</translation>
    </message>
    <message>
        <source>Language, look, sound and more, with a search (Ctrl+,)</source>
        <translation>Idioma, aspecto, sonido y más, con búsqueda (Ctrl+,)</translation>
    </message>
    <message>
        <source>Play by yourself, with a guide, bots and a score (Ctrl+T)</source>
        <translation>Toca a solas, con guía, bots y puntos (Ctrl+T)</translation>
    </message>
    <message>
        <source>Play, export and rename what was recorded (Ctrl+R)</source>
        <translation>Escuchar, exportar y renombrar lo grabado (Ctrl+R)</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practicar</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Waiting to be let in to “{circle}” …</source>
        <translation>Esperando a que te dejen entrar en “{circle}”…</translation>
    </message>
    <message>
        <source>You are invited to “{circle}” at {host}.</source>
        <translation>Tienes una invitación a “{circle}” en {host}.</translation>
    </message>
    <message>
        <source>You have played. See each cycle, how tight you were, and keep a loop of it.</source>
        <translation>Has tocado. Mira cada ciclo, lo juntos que estuvisteis, y quédate con un loop.</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>TapDialog</name>
    <message numerus="yes">
        <source>%n more tap(s)</source>
        <translation>
            <numerusform>%n toque más</numerusform>
            <numerusform>%n toques más</numerusform>
        </translation>
    </message>
    <message>
        <source>1  In another room</source>
        <translation>1  En otra sala</translation>
    </message>
    <message>
        <source>2  In {room}</source>
        <translation>2  En {room}</translation>
    </message>
    <message>
        <source>Amplifiers and wireless speakers add a delay that the program cannot measure. Carry this computer along: tap to a steady song in a room that sounds right, then in {room}. If you hear both rooms at once, turn one of them down.</source>
        <translation>Los amplificadores y altavoces inalámbricos añaden un retardo que el programa no puede medir. Lleva este equipo contigo: toca con una canción regular en una sala que suene bien y luego en {room}. Si oyes las dos a la vez, baja una.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>For a more exact result, tap once more in the first room.</source>
        <translation>Para un resultado más exacto, toca otra vez en la primera sala.</translation>
    </message>
    <message>
        <source>Good. A few more taps make it more exact; then go to {room} and press 2.</source>
        <translation>Bien. Unos toques más lo hacen más exacto; luego ve a {room} y pulsa 2.</translation>
    </message>
    <message>
        <source>Set the offset to {ms} ms</source>
        <translation>Fijar el desfase en {ms} ms</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>Fijar el desfase</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Tap along in {room}</source>
        <translation>Marca el pulso en {room}</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Tap each beat of the music in {room}: at least eight taps.</source>
        <translation>Toca cada pulso de la música en {room}: al menos ocho.</translation>
    </message>
    <message>
        <source>Tap here, or on any key</source>
        <translation>Toca aquí o en cualquier tecla</translation>
    </message>
    <message>
        <source>Your taps had different speeds in the two rooms. Tap every beat in both: start again.</source>
        <translation>Tus toques iban a distinta velocidad en las dos salas. Toca todos los pulsos en ambas: empieza de nuevo.</translation>
    </message>
    <message>
        <source>Your taps vary too much. Tap a little longer, or start again.</source>
        <translation>Tus toques varían demasiado. Sigue un poco o empieza de nuevo.</translation>
    </message>
    <message>
        <source>the other room</source>
        <translation>la otra sala</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms earlier (±{error} ms).</source>
        <translation>{room} suena {ms} ms antes (±{error} ms).</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms later (±{error} ms).</source>
        <translation>{room} suena {ms} ms más tarde (±{error} ms).</translation>
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
        <translation>Último ciclo: juntos a {ms} ms</translation>
    </message>
    <message>
        <source>Play a cycle to see how tight you are</source>
        <translation>Toca un ciclo para ver lo juntos que estáis</translation>
    </message>
    <message>
        <source>Together: –</source>
        <translation>Juntos: –</translation>
    </message>
    <message>
        <source>Within {ms} ms</source>
        <translation>A {ms} ms</translation>
    </message>
    <message>
        <source>on the beat</source>
        <translation>en el pulso</translation>
    </message>
    <message>
        <source>{mean}, give or take {ms} ms</source>
        <translation>{mean}, {ms} ms más o menos</translation>
    </message>
    <message>
        <source>{ms} ms early</source>
        <translation>{ms} ms antes</translation>
    </message>
    <message>
        <source>{ms} ms late</source>
        <translation>{ms} ms tarde</translation>
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
        <translation>Listo</translation>
    </message>
    <message>
        <source>Everybody may see my timing</source>
        <translation>Todos pueden ver mi ritmo</translation>
    </message>
    <message>
        <source>Nobody else shows their timing yet.</source>
        <translation>Nadie más muestra aún su ritmo.</translation>
    </message>
    <message>
        <source>Others who show theirs</source>
        <translation>Otros que lo muestran</translation>
    </message>
    <message>
        <source>Otherwise only you and the conductor see it</source>
        <translation>Si no, solo lo veis tú y la dirección</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>Toca para ver tu sincronía</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>You: {timing}</source>
        <translation>Tú: {timing}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Next song</source>
        <translation>Canción siguiente</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Position in the song</source>
        <translation>Posición en la canción</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Canción anterior</translation>
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
        <translation>Ya está Drum Circle {version}; este es {now}.</translation>
    </message>
    <message>
        <source>It then asks {host} once a day, and sends nothing about you.</source>
        <translation>Entonces pregunta a {host} una vez al día y no envía nada sobre ti.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Abrir su página</translation>
    </message>
    <message>
        <source>Should Drum Circle tell you when there is a newer version?</source>
        <translation>¿Quieres que Drum Circle avise cuando haya una versión nueva?</translation>
    </message>
    <message>
        <source>Yes, tell me</source>
        <translation>Sí, avísame</translation>
    </message>
</context>
<context>
    <name>UploadLine</name>
    <message>
        <source>Upload to {room}</source>
        <translation>Subir a {room}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>copied; the room is updating its library</source>
        <translation>copiado; la sala actualiza su biblioteca</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>falló: {why}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
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
        <translation>Curva de velocidad: con qué fuerza golpeas y cómo de fuerte suena</translation>
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
        <translation>Todo</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Keys and pads</source>
        <translation>Teclas y pads</translation>
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
        <translation>Mezclador</translation>
    </message>
    <message>
        <source>Mixer, {n} silenced</source>
        <translation>Mezclador, {n} en silencio</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Mis golpes</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>Toca para ver tu sincronía</translation>
    </message>
    <message>
        <source>Playing: {ports}</source>
        <translation>Tocan: {ports}</translation>
    </message>
    <message>
        <source>Right on the beat</source>
        <translation>Justo en el pulso</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Enviar a</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>System sound</source>
        <translation>Del sistema</translation>
    </message>
    <message>
        <source>Timing: how late you hear</source>
        <translation>Sincronía: cuánto tarda lo que oyes</translation>
    </message>
    <message>
        <source>Timing…</source>
        <translation>Sincronía…</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Together: how tightly all of you play</source>
        <translation>Juntos: lo unidos que tocáis todos</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>{ms} ms ahead of the beat</source>
        <translation>{ms} ms antes del pulso</translation>
    </message>
    <message>
        <source>{ms} ms behind the beat</source>
        <translation>{ms} ms después del pulso</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n dropout(s)</source>
        <translation>
            <numerusform>{ms} ms · %n corte</numerusform>
            <numerusform>{ms} ms · %n cortes</numerusform>
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
        <translation>Cancelar la exportación</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
</context>
<context>
    <name>_RecordingButtons</name>
    <message>
        <source>As sound, the way everyone heard it</source>
        <translation>Como sonido, tal como lo oyeron todos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Each cycle, how tight you were, and loops to keep</source>
        <translation>Cada ciclo, lo juntos que estuvisteis y loops para guardar</translation>
    </message>
    <message>
        <source>Export to MIDI…</source>
        <translation>A MIDI…</translation>
    </message>
    <message>
        <source>Export to WAV…</source>
        <translation>A WAV…</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>Para un secuenciador: una pista por persona</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Darle otro nombre (F2)</translation>
    </message>
    <message>
        <source>Move it to the trash (Delete)</source>
        <translation>Moverla a la papelera (Supr)</translation>
    </message>
    <message>
        <source>Play the recording (Enter)</source>
        <translation>Reproducir la grabación (Intro)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
</context>
<context>
    <name>_Themes</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
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
        <translation>Aspecto</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>{name}, silent</source>
        <translation>{name}, en silencio</translation>
    </message>
    <message>
        <source>{name}: do you hear this player?</source>
        <translation>{name}: ¿oyes a esta persona?</translation>
    </message>
</context>
</TS>
