<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountButtons</name>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>Rolle ändern …</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Logins…</source>
        <translation>Anmeldungen …</translation>
    </message>
    <message>
        <source>Opens your mail program; nobody sees the addresses of the others</source>
        <translation>Öffnet dein Mailprogramm; niemand sieht die Adressen der anderen</translation>
    </message>
    <message>
        <source>They are logged out and cannot log in. This can be taken back.</source>
        <translation>Sie werden abgemeldet und können sich nicht anmelden. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Where this account is logged in (Enter)</source>
        <translation>Wo dieses Konto angemeldet ist (Eingabetaste)</translation>
    </message>
    <message>
        <source>Write a mail…</source>
        <translation>Mail schreiben …</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account on {hub}</source>
        <translation>Konto auf {hub}</translation>
    </message>
    <message>
        <source>All other windows and devices are logged out.</source>
        <translation>Alle anderen Fenster und Geräte werden abgemeldet.</translation>
    </message>
    <message>
        <source>An administrator of the hub reads your name and mail address, and lets you in.</source>
        <translation>Wer den Hub verwaltet, sieht Name und Mailadresse und lässt dich herein.</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>Bei {hub} anmelden</translation>
    </message>
    <message>
        <source>Register with {hub}</source>
        <translation>Bei {hub} registrieren</translation>
    </message>
    <message>
        <source>With an account you can launch circles on this hub, and join those that ask for one.</source>
        <translation>Mit einem Konto kannst du auf diesem Hub Kreise starten und bei denen mitspielen, die eines verlangen.</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{name} auf {hub}</translation>
    </message>
</context>
<context>
    <name>AccountFilters</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>noch %Ln zu ändern</numerusform>
            <numerusform>noch %Ln zu ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Jede Rolle</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Search names and mail addresses</source>
        <translation>Namen und Mailadressen suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>lädt …</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>All accounts of the hub…</source>
        <translation>Alle Konten des Hubs …</translation>
    </message>
    <message>
        <source>An administrator has to approve your account. You need not do anything: the program keeps asking the hub, also after a restart.</source>
        <translation>Dein Konto muss noch freigegeben werden. Du musst nichts tun: Das Programm fragt den Hub immer wieder, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Passwort ändern …</translation>
    </message>
    <message>
        <source>Ends your logins in all windows and on all devices</source>
        <translation>Meldet dich in allen Fenstern und auf allen Geräten ab</translation>
    </message>
    <message>
        <source>Log out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Log in to launch a circle on this hub.</source>
        <translation>Melde dich an, um auf diesem Hub einen Kreis zu starten.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>You can join the circles that ask for an account.</source>
        <translation>Du kannst bei Kreisen mitspielen, die ein Konto verlangen.</translation>
    </message>
    <message>
        <source>You can launch circles on this hub, and join those that ask for an account.</source>
        <translation>Du kannst auf diesem Hub Kreise starten und bei denen mitspielen, die ein Konto verlangen.</translation>
    </message>
    <message>
        <source>You decide who may play, conduct and administer on this hub.</source>
        <translation>Du entscheidest, wer auf diesem Hub spielen, leiten und verwalten darf.</translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>last seen</source>
        <translation>zuletzt gesehen</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>{name}, {mail}
registered {time}</source>
        <translation>{name}, {mail}
registriert {time}</translation>
    </message>
</context>
<context>
    <name>AccountsTable</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>AdministrationView</name>
    <message>
        <source>Accounts on {hub}</source>
        <translation>Konten auf {hub}</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>Kein Konto passt dazu.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%Ln account(s) disabled.</source>
        <translation>
            <numerusform>%Ln Konto gesperrt.</numerusform>
            <numerusform>%Ln Konten gesperrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) enabled.</source>
        <translation>
            <numerusform>%Ln Konto freigegeben.</numerusform>
            <numerusform>%Ln Konten freigegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may administer.</source>
        <translation>
            <numerusform>%Ln Konto darf verwalten.</numerusform>
            <numerusform>%Ln Konten dürfen verwalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may conduct.</source>
        <translation>
            <numerusform>%Ln Konto darf leiten.</numerusform>
            <numerusform>%Ln Konten dürfen leiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may play.</source>
        <translation>
            <numerusform>%Ln Konto darf spielen.</numerusform>
            <numerusform>%Ln Konten dürfen spielen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) restored.</source>
        <translation>
            <numerusform>%Ln Konto ist wieder wie vorher.</numerusform>
            <numerusform>%Ln Konten sind wieder wie vorher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) set to waiting.</source>
        <translation>
            <numerusform>%Ln Konto wartet wieder.</numerusform>
            <numerusform>%Ln Konten warten wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>changed the password</source>
        <translation>änderte das Passwort</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>sperrte</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>gab frei</translation>
    </message>
    <message>
        <source>ended a login</source>
        <translation>beendete eine Anmeldung</translation>
    </message>
    <message>
        <source>gave a wrong one-time code</source>
        <translation>gab einen falschen Einmal-Code ein</translation>
    </message>
    <message>
        <source>gave a wrong password</source>
        <translation>gab ein falsches Passwort ein</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>meldete sich an</translation>
    </message>
    <message>
        <source>logged out everywhere</source>
        <translation>meldete sich überall ab</translation>
    </message>
    <message>
        <source>made a conductor</source>
        <translation>gab die Leitung</translation>
    </message>
    <message>
        <source>made a player</source>
        <translation>machte zum Spieler</translation>
    </message>
    <message>
        <source>made an administrator</source>
        <translation>gab die Verwaltung</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registrierte sich</translation>
    </message>
    <message>
        <source>set to waiting</source>
        <translation>ließ warten</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>did</source>
        <translation>tat was</translation>
    </message>
    <message>
        <source>from address</source>
        <translation>von Adresse</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Search for a name, an action or an address</source>
        <translation>Nach Name, Vorgang oder Adresse suchen</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
</context>
<context>
    <name>Banks</name>
    <message>
        <source>A bit of everything</source>
        <translation>Von allem etwas</translation>
    </message>
    <message>
        <source>Bells and wood</source>
        <translation>Glocken und Holz</translation>
    </message>
    <message>
        <source>Drum kit</source>
        <translation>Schlagzeug</translation>
    </message>
    <message>
        <source>Hand drums</source>
        <translation>Handtrommeln</translation>
    </message>
    <message>
        <source>Shakers and hands</source>
        <translation>Rasseln und Hände</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>Timing</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>Tap here, on your drum or on any key</source>
        <translation>Tippe hier, auf deiner Trommel oder auf irgendeiner Taste</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>You cannot hear the clicks, because there is no sound. {problem}</source>
        <translation>Du kannst die Klicks nicht hören, weil es keinen Ton gibt. {problem}</translation>
    </message>
    <message>
        <source>Your taps are not even yet. Go on tapping with the clicks.</source>
        <translation>Du tippst noch nicht gleichmäßig. Tippe weiter mit den Klicks.</translation>
    </message>
    <message>
        <source>You tap {ms} ms after the clicks (± {spread} ms).</source>
        <translation>Du tippst {ms} ms nach den Klicks (± {spread} ms).</translation>
    </message>
    <message>
        <source>You tap {ms} ms before the clicks (± {spread} ms).</source>
        <translation>Du tippst {ms} ms vor den Klicks (± {spread} ms).</translation>
    </message>
    <message>
        <source>Tap at least eight times.</source>
        <translation>Tippe mindestens achtmal.</translation>
    </message>
    <message>
        <source>{n} more taps</source>
        <translation>noch {n}-mal tippen</translation>
    </message>
    <message>
        <source>One more tap</source>
        <translation>noch einmal tippen</translation>
    </message>
    <message>
        <source>Use {ms} ms</source>
        <translation>{ms} ms nehmen</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>Ton früher abspielen um</translation>
    </message>
    <message>
        <source>Tap along to the clicks</source>
        <translation>Tippe mit den Klicks mit</translation>
    </message>
    <message>
        <source>With wireless headphones and some speakers you hear everything late. Tap along to the clicks to measure by how much. The circle is silent meanwhile, and does not hear you.</source>
        <translation>Mit Funkkopfhörern und manchen Lautsprechern hörst du alles zu spät. Tippe mit den Klicks mit, um zu messen, um wie viel. Der Kreis ist solange still und hört dich nicht.</translation>
    </message>
    <message>
        <source>For an exact result, lay a drum pad on the speaker and turn the volume up until the clicks themselves strike the pad: people tap a little early.</source>
        <translation>Ganz genau wird es, wenn du ein Pad auf den Lautsprecher legst und so laut machst, dass die Klicks selbst das Pad auslösen: Menschen tippen ein wenig zu früh.</translation>
    </message>
</context>
<context>
    <name>ChatLog</name>
    <message>
        <source>Nothing said yet. Say hello.</source>
        <translation>Noch nichts gesagt. Sag Hallo.</translation>
    </message>
    <message>
        <source>Chat so far</source>
        <translation>Bisheriger Chat</translation>
    </message>
    <message>
        <source>to the conductors</source>
        <translation>an die Leitung</translation>
    </message>
    <message>
        <source>to you alone</source>
        <translation>nur an dich</translation>
    </message>
    <message>
        <source>to {name} alone</source>
        <translation>nur an {name}</translation>
    </message>
    <message>
        <source>a former member</source>
        <translation>ein früheres Mitglied</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Conductors</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Chooses one member to write to</source>
        <translation>Wählt ein Mitglied, dem du schreibst</translation>
    </message>
    <message>
        <source>Message to everyone</source>
        <translation>Nachricht an alle</translation>
    </message>
    <message>
        <source>Message to the conductors</source>
        <translation>Nachricht an die Leitung</translation>
    </message>
    <message>
        <source>Message to {name} alone</source>
        <translation>Nachricht nur an {name}</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>noch {count}</translation>
    </message>
</context>
<context>
    <name>Circle</name>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>Warte auf Einlass</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbinde neu</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected, {ms} ms</source>
        <translation>Verbunden, {ms} ms</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>Follow the MIDI clock: its tempo becomes the circle&apos;s, at most every four seconds</source>
        <translation>Der MIDI-Clock folgen: Ihr Tempo wird das des Kreises, höchstens alle vier Sekunden</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>MIDI clock: none arrives</source>
        <translation>MIDI-Clock: keine kommt an</translation>
    </message>
    <message>
        <source>MIDI clock: {bpm} bpm</source>
        <translation>MIDI-Clock: {bpm} bpm</translation>
    </message>
    <message>
        <source>Use the tempo of the MIDI clock</source>
        <translation>Das Tempo der MIDI-Clock übernehmen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nehmen</translation>
    </message>
</context>
<context>
    <name>ConductCard</name>
    <message>
        <source>Conduct</source>
        <translation>Leiten</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Name of the circle</source>
        <translation>Name des Kreises</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>Tempo in beats per minute</source>
        <translation>Tempo in Schlägen pro Minute</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>Schläge in einem Zyklus</translation>
    </message>
    <message>
        <source>Cycles until a stroke comes round</source>
        <translation>Zyklen, bis ein Schlag wiederkommt</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>TCP port that players connect to; 0: any free one</source>
        <translation>TCP-Port, mit dem sich die Spielenden verbinden; 0: irgendein freier</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Where the circle runs</source>
        <translation>Wo der Kreis läuft</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Für alle offen</translation>
    </message>
    <message>
        <source>Everybody who finds it on the hub may play. Otherwise it takes an invite.</source>
        <translation>Wer ihn auf dem Hub findet, darf mitspielen. Sonst braucht man eine Einladung.</translation>
    </message>
    <message>
        <source>Launch the circle</source>
        <translation>Kreis starten</translation>
    </message>
    <message>
        <source>Your circles on hubs</source>
        <translation>Deine Kreise auf Hubs</translation>
    </message>
    <message>
        <source>A conductor&apos;s invite</source>
        <translation>Eine Einladung zum Leiten</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Conduct there</source>
        <translation>Dort leiten</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>Zyklus</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>On {hub}</source>
        <translation>Auf {hub}</translation>
    </message>
    <message>
        <source>On this computer, listed on {hub}</source>
        <translation>Auf diesem Computer, gelistet auf {hub}</translation>
    </message>
    <message>
        <source>The circle runs on this computer. You start it, set the tempo and lead the players.</source>
        <translation>Der Kreis läuft auf diesem Computer. Du startest ihn, gibst das Tempo vor und führst die anderen.</translation>
    </message>
    <message>
        <source>The circle runs on the hub: everybody can reach it, and you may leave and come back.</source>
        <translation>Der Kreis läuft auf dem Hub: Alle erreichen ihn, und du kannst gehen und wiederkommen.</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Trommelkreis</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Or conduct a circle on another computer:</source>
        <translation>Oder leite einen Kreis auf einem anderen Computer:</translation>
    </message>
</context>
<context>
    <name>ConductorHeader</name>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>s until it comes round</source>
        <translation>s, bis es wiederkommt</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Rec</source>
        <translation>Rec</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Tempo, from 30 to 400 beats per minute: type, or use the arrow keys</source>
        <translation>Tempo von 30 bis 400 Schlägen pro Minute: tippe es ein, oder nimm die Pfeiltasten</translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>Schläge in einem Zyklus</translation>
    </message>
    <message>
        <source>Cycles in a period, one turn of the ring</source>
        <translation>Zyklen in einer Periode, einer Runde des Rings</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Trommelkreis</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>Zyklus</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stoppt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window and play on (Ctrl+W)</source>
        <translation>Dieses Fenster schließen und weiterspielen (Strg+W)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End the circle (Ctrl+W)</source>
        <translation>Den Kreis beenden (Strg+W)</translation>
    </message>
    <message>
        <source>Leave the circle, which goes on (Ctrl+W)</source>
        <translation>Den Kreis verlassen, der weitergeht (Strg+W)</translation>
    </message>
    <message>
        <source>● Rec</source>
        <translation>● Rec</translation>
    </message>
    <message>
        <source>○ Rec</source>
        <translation>○ Rec</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Keine Aufnahme</translation>
    </message>
    <message>
        <source>The circle is being recorded (Ctrl+R stops that)</source>
        <translation>Der Kreis wird aufgenommen (Strg+R beendet das)</translation>
    </message>
    <message>
        <source>Record (Ctrl+R)</source>
        <translation>Aufnehmen (Strg+R)</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbinde</translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n Spieler</numerusform>
            <numerusform>%n Spielende</numerusform>
        </translation>
    </message>
    <message>
        <source>{players} · on {host}</source>
        <translation>{players} · auf {host}</translation>
    </message>
    <message>
        <source>{players} · port {port}</source>
        <translation>{players} · Port {port}</translation>
    </message>
    <message>
        <source>On the next cycle&apos;s first beat (Ctrl+Enter)</source>
        <translation>Auf dem ersten Schlag des nächsten Zyklus (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The invite as a link and a picture (Ctrl+I)</source>
        <translation>Die Einladung als Link und als Bild (Strg+I)</translation>
    </message>
    <message>
        <source>Music in the rooms of a house, from this circle&apos;s first beat (Ctrl+M)</source>
        <translation>Musik in den Räumen eines Hauses, vom ersten Schlag dieses Kreises an (Strg+M)</translation>
    </message>
    <message>
        <source>Your own pads, sound device and volumes (Ctrl+U)</source>
        <translation>Deine eigenen Pads, Tongerät und Lautstärken (Strg+U)</translation>
    </message>
</context>
<context>
    <name>ConductorView</name>
    <message>
        <source>{name}&apos;s network is too slow for this by {s:.1f} s</source>
        <translation>{name}s Netz ist dafür um {s:.1f} s zu langsam</translation>
    </message>
    <message>
        <source>Try {bpm} bpm.</source>
        <translation>Versuch es mit {bpm} bpm.</translation>
    </message>
    <message>
        <source>Make the period longer.</source>
        <translation>Mach die Periode länger.</translation>
    </message>
    <message>
        <source>Change anyway</source>
        <translation>Trotzdem ändern</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Strike them with the mouse, a drum, or the keys written on them</source>
        <translation>Spiel sie mit der Maus, einer Trommel oder den Tasten, die darauf stehen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No client can connect: the rooms could not open their port.</source>
        <translation>Kein Client kann sich verbinden: Die Räume konnten ihren Port nicht öffnen.</translation>
    </message>
    <message>
        <source>Programs on this computer connect to:</source>
        <translation>Programme auf diesem Computer verbinden sich mit:</translation>
    </message>
    <message>
        <source>1. Connect the phone to the same network as this computer.
2. Open an MPD client on it, such as M.A.L.P. (Android) or Rigelian (iPhone).
3. Add a server with this host and port:</source>
        <translation>1. Verbinde das Telefon mit demselben Netz wie diesen Computer.
2. Öffne darauf einen MPD-Client, zum Beispiel M.A.L.P. (Android) oder Rigelian (iPhone).
3. Füge einen Server mit diesem Host und Port hinzu:</translation>
    </message>
    <message>
        <source>Phones cannot connect yet: the rooms accept connections from this computer only. To change that, write listen = &quot;0.0.0.0:6600&quot; in the rooms&apos; configuration file and open the rooms again.</source>
        <translation>Telefone können sich noch nicht verbinden: Die Räume nehmen nur Verbindungen von diesem Computer an. Um das zu ändern, schreibe listen = &quot;0.0.0.0:6600&quot; in die Konfigurationsdatei der Räume und öffne die Räume neu.</translation>
    </message>
    <message>
        <source>Programs on this computer can also use localhost:{port}.</source>
        <translation>Programme auf diesem Computer können auch localhost:{port} nehmen.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation>Ein Telefon verbinden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>ControlsDialog</name>
    <message>
        <source>1 bpm faster</source>
        <translation>1 bpm schneller</translation>
    </message>
    <message>
        <source>1 bpm slower</source>
        <translation>1 bpm langsamer</translation>
    </message>
    <message>
        <source>By which control</source>
        <translation>Durch welchen Regler</translation>
    </message>
    <message>
        <source>Choose what to set, press Learn, and move a fader or press a button of your MIDI controller. A fader takes over when it comes to where the level is. Buttons that are assigned do not play pads.</source>
        <translation>Wähle, was eingestellt wird, drücke „Lernen“ und bewege einen Regler oder drücke eine Taste deines MIDI-Controllers. Ein Regler übernimmt, sobald er dort ist, wo der Pegel steht. Zugewiesene Tasten spielen keine Pads.</translation>
    </message>
    <message>
        <source>Cue: {word}</source>
        <translation>Zeichen: {word}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Faders and buttons</source>
        <translation>Regler und Tasten</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Latches</source>
        <translation>Rastet ein</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Move the fader or knob for “{what}”.</source>
        <translation>Bewege den Regler für „{what}“.</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Press the button for “{what}”, and let it go.</source>
        <translation>Drücke die Taste für „{what}“ und lass sie los.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>Start oder Stopp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Nicht mehr lernen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Tempo, 60 to 187 bpm</source>
        <translation>Tempo, 60 bis 187 bpm</translation>
    </message>
    <message>
        <source>The button stays down: it sends “on” with one press and “off” with the next. Each press counts.</source>
        <translation>Die Taste bleibt unten: Sie sendet beim einen Druck „an“ und beim nächsten „aus“. Jeder Druck zählt.</translation>
    </message>
    <message>
        <source>What MIDI controls set</source>
        <translation>Was MIDI-Regler einstellen</translation>
    </message>
    <message>
        <source>What is set</source>
        <translation>Was eingestellt wird</translation>
    </message>
    <message>
        <source>{name}: level</source>
        <translation>{name}: Pegel</translation>
    </message>
    <message>
        <source>{name}: mute</source>
        <translation>{name}: stumm</translation>
    </message>
    <message>
        <source>{name}: solo</source>
        <translation>{name}: solo</translation>
    </message>
    <message>
        <source>{port}: controller {number}, channel {channel}</source>
        <translation>{port}: Controller {number}, Kanal {channel}</translation>
    </message>
    <message>
        <source>{port}: note {number}, channel {channel}</source>
        <translation>{port}: Note {number}, Kanal {channel}</translation>
    </message>
    <message>
        <source>{port}: pitch bend, channel {channel}</source>
        <translation>{port}: Pitch Bend, Kanal {channel}</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Kopieren: {what}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CueBar</name>
    <message>
        <source>To everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Your own word</source>
        <translation>Dein eigenes Wort</translation>
    </message>
    <message>
        <source>Own word</source>
        <translation>Eigenes Wort</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Anderes …</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Hör zu</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Hands off the drums</source>
        <translation>Hände weg von den Trommeln</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Play back what you heard</source>
        <translation>Spiel nach, was du gehört hast</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>Nur du</translation>
    </message>
    <message>
        <source>The others listen</source>
        <translation>Die anderen hören zu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>With the next cycle</source>
        <translation>Mit dem nächsten Zyklus</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Letztes Mal</translation>
    </message>
    <message>
        <source>One more cycle, then stop</source>
        <translation>Noch ein Zyklus, dann Schluss</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Danke</translation>
    </message>
    <message>
        <source>That was beautiful</source>
        <translation>Das war schön</translation>
    </message>
    <message>
        <source>To {who}</source>
        <translation>An {who}</translation>
    </message>
    <message>
        <source>For whom the next cues are</source>
        <translation>Für wen die nächsten Zeichen sind</translation>
    </message>
    <message>
        <source>All cues with their keys, and your own words</source>
        <translation>Alle Zeichen mit ihren Tasten, und deine eigenen Wörter</translation>
    </message>
    <message>
        <source>Cue in your own words</source>
        <translation>Zeichen in deinen eigenen Worten</translation>
    </message>
</context>
<context>
    <name>CycleBars</name>
    <message>
        <source>How tight the last cycles were</source>
        <translation>Wie eng ihr in den letzten Zyklen zusammen wart</translation>
    </message>
    <message>
        <source>{latest}. The lower a bar, the tighter its cycle.</source>
        <translation>{latest}. Je niedriger ein Balken, desto enger der Zyklus.</translation>
    </message>
</context>
<context>
    <name>CycleList</name>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
</context>
<context>
    <name>CycleModel</name>
    <message>
        <source>Cycle {number}, at {time}</source>
        <translation>Zyklus {number}, bei {time}</translation>
    </message>
</context>
<context>
    <name>CyclePicture</name>
    <message>
        <source>Picture of the chosen cycle</source>
        <translation>Bild des gewählten Zyklus</translation>
    </message>
</context>
<context>
    <name>DeputyWindow</name>
    <message>
        <source>Conduct</source>
        <translation>Leiten</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>No MIDI drum can be played.</source>
        <translation>Keine MIDI-Trommel lässt sich spielen.</translation>
    </message>
    <message>
        <source>Nothing is sent by MIDI.</source>
        <translation>Über MIDI wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Your drum is not heard.</source>
        <translation>Deine Trommel wird nicht gehört.</translation>
    </message>
    <message>
        <source>You play without sound.</source>
        <translation>Du spielst ohne Ton.</translation>
    </message>
    <message>
        <source>Your kit is not complete.</source>
        <translation>Dein Kit ist nicht vollständig.</translation>
    </message>
</context>
<context>
    <name>DownbeatStrip</name>
    <message>
        <source>Start with it</source>
        <translation>Damit starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Tap tempo</source>
        <translation>Tempo tippen</translation>
    </message>
    <message>
        <source>Set the tempo</source>
        <translation>Tempo setzen</translation>
    </message>
    <message>
        <source>Set circle to {bpm:.1f} bpm</source>
        <translation>Kreis auf {bpm:.1f} bpm setzen</translation>
    </message>
    <message>
        <source>“{song}” starts in {s:.1f} s</source>
        <translation>„{song}“ beginnt in {s:.1f} s</translation>
    </message>
    <message>
        <source>Select a song in the queue to start it on a cycle&apos;s first beat</source>
        <translation>Wähle ein Stück in der Warteschlange, um es auf dem ersten Schlag eines Zyklus zu starten</translation>
    </message>
    <message>
        <source>Start “{song}” with a cycle:</source>
        <translation>„{song}“ mit einem Zyklus starten:</translation>
    </message>
    <message>
        <source>the next, {s:.1f} s</source>
        <translation>dem nächsten, {s:.1f} s</translation>
    </message>
    <message numerus="yes">
        <source>in %n cycle(s), {s:.1f} s</source>
        <translation>
            <numerusform>in %n Zyklus, {s:.1f} s</numerusform>
            <numerusform>in %n Zyklen, {s:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>Downbeat</source>
        <translation>Eins</translation>
    </message>
    <message>
        <source>Cycle to start with</source>
        <translation>Zyklus, mit dem gestartet wird</translation>
    </message>
    <message>
        <source>Press on each beat of the music, at least four times</source>
        <translation>Drücke auf jedem Schlag der Musik, mindestens viermal</translation>
    </message>
    <message>
        <source>Give the circle the song&apos;s tempo, doubled or halved if that is nearer</source>
        <translation>Gib dem Kreis das Tempo des Stücks, doppelt oder halb so schnell, wenn das näher liegt</translation>
    </message>
</context>
<context>
    <name>DrumNotesDialog</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Enter the note numbers of your drum module, where they are not those of General MIDI.</source>
        <translation>Trage die Notennummern deines Drum-Moduls ein, wo sie nicht die von General MIDI sind.</translation>
    </message>
    <message>
        <source>General MIDI</source>
        <translation>General MIDI</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Noten der Trommeln</translation>
    </message>
</context>
<context>
    <name>DrumSetup</name>
    <message>
        <source>MIDI output…</source>
        <translation>MIDI-Ausgang …</translation>
    </message>
    <message>
        <source>MIDI pads…</source>
        <translation>MIDI-Pads …</translation>
    </message>
    <message>
        <source>Microphone…</source>
        <translation>Mikrofon …</translation>
    </message>
    <message>
        <source>Pads…</source>
        <translation>Pads …</translation>
    </message>
    <message>
        <source>Kit…</source>
        <translation>Kit …</translation>
    </message>
</context>
<context>
    <name>EmptyCircle</name>
    <message>
        <source>Nobody is here yet</source>
        <translation>Noch niemand da</translation>
    </message>
    <message>
        <source>Send this invite to your players: they paste it under Join, or scan it.</source>
        <translation>Schick deinen Mitspielenden diese Einladung: Sie fügen sie unter Mitspielen ein oder scannen sie.</translation>
    </message>
    <message>
        <source>Copy the invite</source>
        <translation>Einladung kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>It ends for everybody: the server of this circle runs in this window.</source>
        <translation>Er endet für alle: Der Server dieses Kreises läuft in diesem Fenster.</translation>
    </message>
    <message>
        <source>End the circle</source>
        <translation>Kreis beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the circle while 1 player is in it?</source>
        <translation>Den Kreis beenden, solange noch 1 Person darin ist?</translation>
    </message>
    <message>
        <source>End the circle while {n} players are in it?</source>
        <translation>Den Kreis beenden, solange noch {n} Leute darin sind?</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>By invite</source>
        <translation>Mit Einladung</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Anklopfen</translation>
    </message>
    <message>
        <source>Everybody who finds the circle can come in.</source>
        <translation>Alle, die den Kreis finden, können herein.</translation>
    </message>
    <message>
        <source>Players need an invite from you.</source>
        <translation>Man braucht eine Einladung von dir.</translation>
    </message>
    <message>
        <source>Players who have an account on the hub can come in, under the account&apos;s name.</source>
        <translation>Wer ein Konto auf dem Hub hat, kann unter dem Namen des Kontos herein.</translation>
    </message>
    <message>
        <source>Players with an invite come straight in. Others knock, and you decide.</source>
        <translation>Wer eine Einladung hat, kommt gleich herein. Andere klopfen an, und du entscheidest.</translation>
    </message>
    <message>
        <source>With an account</source>
        <translation>Mit Konto</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Who may come in</source>
        <translation>Wer herein darf</translation>
    </message>
    <message>
        <source>Nobody. Players whom you remove are listed here.</source>
        <translation>Niemand. Wen du entfernst, steht hier.</translation>
    </message>
    <message>
        <source>Invite {number}</source>
        <translation>Einladung {number}</translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>nicht mehr gültig</translation>
    </message>
    <message>
        <source>{used} of {uses} joined</source>
        <translation>{used} von {uses} sind da</translation>
    </message>
    <message>
        <source>{used} joined</source>
        <translation>{used} sind da</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Kopieren: {what}</translation>
    </message>
    <message>
        <source>Revoke: {what}</source>
        <translation>Widerrufen: {what}</translation>
    </message>
    <message>
        <source>How long {name} cannot come back</source>
        <translation>Wie lange {name} nicht wiederkommen kann</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>Invites without a limit</source>
        <translation>Unbegrenzte Einladungen</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>account {name}</source>
        <translation>Konto {name}</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Let {name} come back</source>
        <translation>{name} wieder zulassen</translation>
    </message>
    <message>
        <source>Limited invites</source>
        <translation>Begrenzte Einladungen</translation>
    </message>
    <message>
        <source>Removed players</source>
        <translation>Entfernte Mitglieder</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Who may come in…</source>
        <translation>Wer darf herein …</translation>
    </message>
    <message>
        <source>Who may come in, limited invites, removed players (Ctrl+D)</source>
        <translation>Wer herein darf, begrenzte Einladungen, entfernte Mitglieder (Strg+D)</translation>
    </message>
    <message>
        <source>Entry: {policy}</source>
        <translation>Einlass: {policy}</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Folders and songs</source>
        <translation>Ordner und Stücke</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events and corrections</source>
        <translation>Ereignisse und Korrekturen</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Compare the libraries</source>
        <translation>Bibliotheken vergleichen</translation>
    </message>
    <message>
        <source>Upload the missing</source>
        <translation>Fehlende hochladen</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Dateien …</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Alle Räume</translation>
    </message>
    <message>
        <source>No uploads to {rooms}: enter the music folder there (Edit).</source>
        <translation>Kein Hochladen nach {rooms}: Trage dort den Musikordner ein (Bearbeiten).</translation>
    </message>
    <message>
        <source>A song that a room lacks cannot play there. Compare the libraries to find such songs.</source>
        <translation>Ein Stück, das einem Raum fehlt, kann dort nicht spielen. Vergleiche die Bibliotheken, um solche Stücke zu finden.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>These rooms have the same songs: {rooms}.</source>
        <translation>Diese Räume haben dieselben Stücke: {rooms}.</translation>
    </message>
    <message>
        <source>Compared: {rooms}.</source>
        <translation>Verglichen: {rooms}.</translation>
    </message>
    <message>
        <source>Files have been uploaded since. Compare again to see what is still missing.</source>
        <translation>Seitdem wurden Dateien hochgeladen. Vergleiche erneut, um zu sehen, was noch fehlt.</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Rooms to upload to</source>
        <translation>Räume, in die hochgeladen wird</translation>
    </message>
    <message>
        <source>Upload to</source>
        <translation>Hochladen nach</translation>
    </message>
    <message>
        <source>Libraries and uploads</source>
        <translation>Bibliotheken und Uploads</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>on this network</source>
        <translation>in diesem Netz</translation>
    </message>
</context>
<context>
    <name>FoundCirclesList</name>
    <message>
        <source>Circles that you can join</source>
        <translation>Kreise, in denen du mitspielen kannst</translation>
    </message>
    <message>
        <source>{bpm:g} bpm</source>
        <translation>{bpm:g} bpm</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>steht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln playing</source>
        <translation>
            <numerusform>%Ln spielt</numerusform>
            <numerusform>%Ln spielen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0:,.0f} ms</source>
        <translation>{0:,.0f} ms</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>knock</source>
        <translation>anklopfen</translation>
    </message>
    <message>
        <source>with an account</source>
        <translation>mit Konto</translation>
    </message>
    <message>
        <source>with an invite</source>
        <translation>mit Einladung</translation>
    </message>
</context>
<context>
    <name>FoundCirclesPanel</name>
    <message>
        <source>Search for circles</source>
        <translation>Kreise suchen</translation>
    </message>
    <message>
        <source>Add a hub…</source>
        <translation>Hub hinzufügen …</translation>
    </message>
    <message>
        <source>A hub hosts and lists circles. Its owner gives you its address.</source>
        <translation>Ein Hub beherbergt und listet Kreise. Die Adresse bekommst du von dem, der ihn betreibt.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: search for them.</source>
        <translation>
            <numerusform>Und %Ln weiterer: Suche danach.</numerusform>
            <numerusform>Und %Ln weitere: Suche danach.</numerusform>
        </translation>
    </message>
    <message>
        <source>No circle matches.</source>
        <translation>Kein Kreis passt dazu.</translation>
    </message>
    <message>
        <source>The hub&apos;s address or link</source>
        <translation>Adresse oder Link des Hubs</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>GrooveDialog</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Send to all</source>
        <translation>An alle senden</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>Einfacher Guide</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose a groove</source>
        <translation>Groove wählen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Open a groove</source>
        <translation>Groove öffnen</translation>
    </message>
    <message>
        <source>Save the groove</source>
        <translation>Groove speichern</translation>
    </message>
    <message>
        <source>groove</source>
        <translation>Groove</translation>
    </message>
    <message>
        <source>Grooves</source>
        <translation>Grooves</translation>
    </message>
    <message>
        <source>Groove</source>
        <translation>Groove</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>Steps in a beat</source>
        <translation>Schritte pro Schlag</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Swing</translation>
    </message>
</context>
<context>
    <name>GrooveGrid</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>Auftakt</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Bass</source>
        <translation>Bass</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>Tiefe Trommel</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Clicks make a note, an accent, a soft note, none. The wheel on a bass note, or + and -, changes its pitch. Keys: arrows and Space. The pickup sounds once, before a start.</source>
        <translation>Klicks machen eine Note, einen Akzent, eine leise Note, keine. Das Mausrad auf einer Bassnote, oder + und -, ändert ihre Tonhöhe. Tasten: Pfeile und Leertaste. Der Auftakt erklingt einmal, vor einem Start.</translation>
    </message>
    <message>
        <source>soft note</source>
        <translation>leise Note</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{voice}, beat {beat}, step {step}: {what}</source>
        <translation>{voice}, Schlag {beat}, Schritt {step}: {what}</translation>
    </message>
</context>
<context>
    <name>GroupVolume</name>
    <message>
        <source>Volume of all rooms</source>
        <translation>Lautstärke aller Räume</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Volume of all rooms; change one room&apos;s in the table</source>
        <translation>Lautstärke aller Räume; die eines Raums änderst du in der Tabelle</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten der Anleitung</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>You are not in the circle yet.</source>
        <translation>Du bist noch nicht im Kreis.</translation>
    </message>
    <message>
        <source>Wait until you are connected. {text}</source>
        <translation>Warte, bis du verbunden bist. {text}</translation>
    </message>
    <message>
        <source>Your connection is lost.</source>
        <translation>Deine Verbindung ist weg.</translation>
    </message>
    <message>
        <source>The program tries again by itself. Check your network. {text}</source>
        <translation>Das Programm versucht es von selbst erneut. Prüfe dein Netz. {text}</translation>
    </message>
    <message>
        <source>You are not in the circle any more.</source>
        <translation>Du bist nicht mehr im Kreis.</translation>
    </message>
    <message>
        <source>Leave this page and join again with the invite. {text}</source>
        <translation>Verlass diese Seite und komm mit der Einladung wieder herein. {text}</translation>
    </message>
    <message>
        <source>You have no sound.</source>
        <translation>Du hast keinen Ton.</translation>
    </message>
    <message>
        <source>Choose a device under Sound.</source>
        <translation>Wähle ein Gerät unter Ton.</translation>
    </message>
    <message>
        <source>Your sound is not on yet.</source>
        <translation>Dein Ton ist noch nicht an.</translation>
    </message>
    <message>
        <source>It begins with your first stroke, or when you choose a device under Sound.</source>
        <translation>Er beginnt mit deinem ersten Schlag, oder wenn du unter Ton ein Gerät wählst.</translation>
    </message>
    <message>
        <source>Your volume is 0.</source>
        <translation>Deine Lautstärke ist 0.</translation>
    </message>
    <message>
        <source>Move the slider Everything to the right.</source>
        <translation>Schieb den Regler Alles nach rechts.</translation>
    </message>
    <message>
        <source>Timing is being measured: only its clicks sound.</source>
        <translation>Das Timing wird gemessen: Nur die Klicks klingen.</translation>
    </message>
    <message>
        <source>Press Done in the window Timing.</source>
        <translation>Drücke im Fenster Timing auf Fertig.</translation>
    </message>
    <message>
        <source>The volume of your own strokes is 0.</source>
        <translation>Die Lautstärke deiner eigenen Schläge ist 0.</translation>
    </message>
    <message>
        <source>Move the slider Own strokes to the right.</source>
        <translation>Schieb den Regler Eigene nach rechts.</translation>
    </message>
    <message>
        <source>You have muted {name} in your mixer.</source>
        <translation>Du hast {name} in deinem Mixer stummgeschaltet.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Laut schalten</translation>
    </message>
    <message>
        <source>The volume of {name} in your mixer is 0.</source>
        <translation>Die Lautstärke von {name} in deinem Mixer ist 0.</translation>
    </message>
    <message>
        <source>Turn up</source>
        <translation>Lauter stellen</translation>
    </message>
    <message>
        <source>In your mixer, only these are heard: {text}.</source>
        <translation>In deinem Mixer sind nur diese zu hören: {text}.</translation>
    </message>
    <message>
        <source>Hear everyone</source>
        <translation>Alle hören</translation>
    </message>
    <message>
        <source>Use a cable instead of wireless, and stop downloads. A longer period helps too.</source>
        <translation>Nimm ein Kabel statt Funk, und beende Downloads. Auch eine längere Periode hilft.</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players and press M.</source>
        <translation>Um das aufzuheben, wähle den Namen in der Liste und drücke M.</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players, then More, Level for all.</source>
        <translation>Um das aufzuheben, wähle den Namen in der Liste, dann Mehr, Pegel für alle.</translation>
    </message>
    <message>
        <source>Ask the conductor in the chat.</source>
        <translation>Frag im Chat, wer den Kreis leitet.</translation>
    </message>
    <message>
        <source>{name} has left the circle.</source>
        <translation>{name} hat den Kreis verlassen.</translation>
    </message>
    <message>
        <source>{name} conducts and has not played.</source>
        <translation>{name} leitet und hat nicht gespielt.</translation>
    </message>
    <message>
        <source>{name}&apos;s connection is lost.</source>
        <translation>{name}s Verbindung ist weg.</translation>
    </message>
    <message>
        <source>{name}&apos;s program tries again by itself. You need not do anything.</source>
        <translation>{name}s Programm versucht es von selbst erneut. Du musst nichts tun.</translation>
    </message>
    <message>
        <source>{name} is muted for everyone.</source>
        <translation>{name} ist für alle stumm.</translation>
    </message>
    <message>
        <source>The conductor has set the level of {name} to 0.</source>
        <translation>Die Leitung hat den Pegel von {name} auf 0 gesetzt.</translation>
    </message>
    <message>
        <source>That changes in {s} s.</source>
        <translation>Das ändert sich in {s} s.</translation>
    </message>
    <message>
        <source>That changes when the conductor goes on.</source>
        <translation>Das ändert sich, wenn die Leitung weitermacht.</translation>
    </message>
    <message>
        <source>{name} last played {s} s ago.</source>
        <translation>{name} hat zuletzt vor {s} s gespielt.</translation>
    </message>
    <message>
        <source>{name} has not played yet.</source>
        <translation>{name} hat noch nicht gespielt.</translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s) of the last minute reached you too late.</source>
        <translation>
            <numerusform>%n Schlag der letzten Minute kam zu spät bei dir an.</numerusform>
            <numerusform>%n Schläge der letzten Minute kamen zu spät bei dir an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Play: you hear it again one turn of the ring later.</source>
        <translation>Spiel: Du hörst es eine Runde des Rings später wieder.</translation>
    </message>
    <message>
        <source>That takes about a second. If it takes longer, check your network.</source>
        <translation>Das dauert etwa eine Sekunde. Dauert es länger, prüfe dein Netz.</translation>
    </message>
    <message>
        <source>The circle stands still.</source>
        <translation>Der Kreis steht still.</translation>
    </message>
    <message>
        <source>The conductor has set your level to 0.</source>
        <translation>Die Leitung hat deinen Pegel auf 0 gesetzt.</translation>
    </message>
    <message>
        <source>Wait until the conductor starts it.</source>
        <translation>Warte, bis die Leitung ihn startet.</translation>
    </message>
    <message>
        <source>Something is wrong with your drum.</source>
        <translation>Mit deiner Trommel stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>You are muted for everyone.</source>
        <translation>Du bist für alle stumm.</translation>
    </message>
    <message>
        <source>You have not played yet.</source>
        <translation>Du hast noch nicht gespielt.</translation>
    </message>
    <message>
        <source>You last played {s} s ago.</source>
        <translation>Du hast zuletzt vor {s} s gespielt.</translation>
    </message>
    <message>
        <source>You will hear yourself in {s} s.</source>
        <translation>Du hörst dich in {s} s.</translation>
    </message>
    <message>
        <source>Your program does not know the circle&apos;s time yet.</source>
        <translation>Dein Programm kennt die Zeit des Kreises noch nicht.</translation>
    </message>
    <message>
        <source>{text}: all strokes are kept for later.</source>
        <translation>{text}: Alle Schläge werden für später aufgehoben.</translation>
    </message>
    <message>
        <source>{text}: nobody hears what you played now, or only some do.</source>
        <translation>{text}: Was du gerade gespielt hast, hört niemand, oder nur einige.</translation>
    </message>
    <message>
        <source>{text}: what {name} played now sounds for others only, or for none.</source>
        <translation>{text}: Was {name} jetzt hörbar gespielt hat, ist nur für andere oder für niemanden.</translation>
    </message>
    <message>
        <source>{name}&apos;s strokes arrive {s} s too late.</source>
        <translation>{name}s Schläge kommen {s} s zu spät an.</translation>
    </message>
    <message>
        <source>A slower tempo or a longer period helps: ask for it in the chat.</source>
        <translation>Ein langsameres Tempo oder eine längere Periode hilft: Bitte im Chat darum.</translation>
    </message>
    <message>
        <source>You will hear {name} in {s} s.</source>
        <translation>Du hörst {name} in {s} s.</translation>
    </message>
    <message>
        <source>Everything sounds one turn of the ring after it was played.</source>
        <translation>Alles klingt eine Runde des Rings, nachdem es gespielt wurde.</translation>
    </message>
    <message>
        <source>There is nothing to hear until {name} plays.</source>
        <translation>Es gibt nichts zu hören, bis {name} spielt.</translation>
    </message>
    <message>
        <source>The connection has not been measured yet.</source>
        <translation>Die Verbindung wurde noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a short way.</source>
        <translation>Nachrichten brauchen {ms} ms zum Server und zurück: ein kurzer Weg.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a usual way.</source>
        <translation>Nachrichten brauchen {ms} ms zum Server und zurück: ein üblicher Weg.</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a long way.</source>
        <translation>Nachrichten brauchen {ms} ms zum Server und zurück: ein weiter Weg.</translation>
    </message>
    <message>
        <source>The clock is right to within {ms} ms.</source>
        <translation>Die Uhr stimmt auf {ms} ms.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s too late and are left out.</source>
        <translation>Schläge kommen {s} s zu spät an und werden ausgelassen.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: that is tight.</source>
        <translation>Schläge kommen {s} s an, bevor sie klingen: Das ist knapp.</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: enough.</source>
        <translation>Schläge kommen {s} s an, bevor sie klingen: Das reicht.</translation>
    </message>
</context>
<context>
    <name>HearingCard</name>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>This player</source>
        <translation>Dieses Mitglied</translation>
    </message>
    <message>
        <source>Do you hear {name}?</source>
        <translation>Hörst du {name}?</translation>
    </message>
    <message>
        <source>The connection of {name}:</source>
        <translation>Die Verbindung von {name}:</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>An {name} schreiben</translation>
    </message>
    <message>
        <source>You hear yourself as the others do.</source>
        <translation>Du hörst dich so, wie die anderen dich hören.</translation>
    </message>
    <message>
        <source>You can hear {name} now.</source>
        <translation>Du kannst {name} jetzt hören.</translation>
    </message>
    <message>
        <source>If you hear nothing, turn up your speakers or headphones.</source>
        <translation>Wenn du nichts hörst, dreh deine Lautsprecher oder Kopfhörer auf.</translation>
    </message>
</context>
<context>
    <name>HubButton</name>
    <message>
        <source>The circle moves to a hub that you know, with its name, tempo and meter</source>
        <translation>Der Kreis zieht auf einen Hub um, den du kennst, mit Name, Tempo und Takt</translation>
    </message>
    <message>
        <source>Use a hub</source>
        <translation>Einen Hub nutzen</translation>
    </message>
</context>
<context>
    <name>HubLine</name>
    <message>
        <source>Account…</source>
        <translation>Konto …</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>Bei {hub} anmelden</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Waiting: {hub}</source>
        <translation>Wartet: {hub}</translation>
    </message>
    <message>
        <source>Your account on {hub}</source>
        <translation>Dein Konto auf {hub}</translation>
    </message>
    <message>
        <source>{hub} asks for an account</source>
        <translation>{hub} verlangt ein Konto</translation>
    </message>
    <message>
        <source>{hub}: account</source>
        <translation>{hub}: Konto</translation>
    </message>
    <message>
        <source>{hub}: logged in as {name}, {role}</source>
        <translation>{hub}: angemeldet als {name}, {role}</translation>
    </message>
    <message>
        <source>{hub}: waiting</source>
        <translation>{hub}: wartet</translation>
    </message>
    <message>
        <source>{hub}: {name} waits for approval</source>
        <translation>{hub}: {name} wartet auf Freigabe</translation>
    </message>
    <message>
        <source>{hub}: {name}</source>
        <translation>{hub}: {name}</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{name} auf {hub}</translation>
    </message>
</context>
<context>
    <name>HubMove</name>
    <message>
        <source>A hub is a computer on the internet that everybody can reach. Its owner gives you its address. The circle moves there with its name, tempo and meter, and gets new invites.</source>
        <translation>Ein Hub ist ein Computer im Internet, den alle erreichen. Sein Betreiber gibt dir die Adresse. Der Kreis zieht mit Name, Tempo und Takt dorthin um und bekommt neue Einladungen.</translation>
    </message>
    <message>
        <source>Move the circle</source>
        <translation>Kreis umziehen</translation>
    </message>
    <message>
        <source>The address or link of a hub</source>
        <translation>Adresse oder Link eines Hubs</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Invite for players</source>
        <translation>Einladung zum Mitspielen</translation>
    </message>
    <message>
        <source>Invite for conductors</source>
        <translation>Einladung zum Leiten</translation>
    </message>
    <message>
        <source>They paste it on the start page under Join, or scan the picture.</source>
        <translation>Sie fügen sie auf der Startseite unter Mitspielen ein oder scannen das Bild.</translation>
    </message>
    <message>
        <source>This one is for people who conduct with you. They can also stop the circle.</source>
        <translation>Diese ist für Leute, die mit dir leiten. Sie können den Kreis auch anhalten.</translation>
    </message>
    <message>
        <source>Send this to your players</source>
        <translation>Schick das deinen Mitspielenden</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Join</source>
        <translation>Mitspielen</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Paste the invite here</source>
        <translation>Einladung hier einfügen</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>Einladung einfügen</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Circles you were in</source>
        <translation>Kreise, in denen du warst</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected circle from this list (Delete)</source>
        <translation>Den gewählten Kreis aus dieser Liste entfernen (Entf)</translation>
    </message>
    <message>
        <source>“{circle}” takes an invite: ask its conductor, and paste it here.</source>
        <translation>Für „{circle}“ brauchst du eine Einladung: Frag, wer den Kreis leitet, und füge sie hier ein.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Play along with pads, keys or a MIDI kit. Paste the invite, or choose a circle.</source>
        <translation>Spiel mit: auf Pads, Tasten oder einem MIDI-Kit. Füge die Einladung ein, oder wähle einen Kreis.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Computer keys</source>
        <translation>Computertasten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Each key plays its own pad</source>
        <translation>Jede Taste spielt ihr eigenes Pad</translation>
    </message>
    <message>
        <source>Keys play while this window is in front and you are not typing. They count by their place on the keyboard. With Shift, a stroke is as hard as it can be. Keys 1 to 5 change the bank.</source>
        <translation>Tasten spielen, solange dieses Fenster vorn ist und Sie keinen Text eingeben. Es zählt ihr Platz auf der Tastatur. Mit der Umschalttaste ist ein Schlag so kräftig wie möglich. Die Tasten 1 bis 5 wechseln die Bank.</translation>
    </message>
    <message>
        <source>Three rows: loud, middle, soft</source>
        <translation>Drei Reihen: laut, mittel, leise</translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Built-in sounds</source>
        <translation>Eingebaute Klänge</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Save the mix…</source>
        <translation>Mischung speichern …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Choose a kit of your own, or mix one from the built-in sounds.</source>
        <translation>Wähle ein eigenes Kit, oder mische eines aus den eingebauten Klängen.</translation>
    </message>
    <message>
        <source>The kit is being loaded.</source>
        <translation>Das Kit wird geladen.</translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s) of its own, {mb} MB. Other pads sound as usual.</source>
        <translation>
            <numerusform>%n eigener Klang, {mb} MB. Andere Pads klingen wie sonst.</numerusform>
            <numerusform>%n eigene Klänge, {mb} MB. Andere Pads klingen wie sonst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of a kit, with a kit.toml in it</source>
        <translation>Ordner eines Kits, mit einer kit.toml darin</translation>
    </message>
    <message>
        <source>File of a kit</source>
        <translation>Datei eines Kits</translation>
    </message>
    <message>
        <source>Kits</source>
        <translation>Kits</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>Name der Mischung</translation>
    </message>
    <message>
        <source>My kit</source>
        <translation>Mein Kit</translation>
    </message>
    <message>
        <source>A kit is a folder with sounds and a kit.toml, an SFZ file, or a SoundFont (SF2).</source>
        <translation>Ein Kit ist ein Ordner mit Klängen und einer kit.toml, eine SFZ-Datei oder ein SoundFont (SF2).</translation>
    </message>
    <message>
        <source>Your mix</source>
        <translation>Deine Mischung</translation>
    </message>
    <message>
        <source>{name}: semitones higher</source>
        <translation>{name}: Halbtöne höher</translation>
    </message>
    <message>
        <source>Semitones higher, or lower</source>
        <translation>Halbtöne höher oder tiefer</translation>
    </message>
</context>
<context>
    <name>KitPads</name>
    <message>
        <source>Bank {number}, {name}: which computer key plays what</source>
        <translation>Bank {number}, {name}: welche Computertaste was spielt</translation>
    </message>
    <message>
        <source>Bank {number}…</source>
        <translation>Bank {number}…</translation>
    </message>
</context>
<context>
    <name>KnockBar</name>
    <message>
        <source>Players who ask to come in</source>
        <translation>Wer herein möchte</translation>
    </message>
    <message>
        <source>Let all in</source>
        <translation>Alle einlassen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnockRow</name>
    <message>
        <source>{name} asks to come in</source>
        <translation>{name} möchte herein</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Einlassen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Let {name} in</source>
        <translation>{name} einlassen</translation>
    </message>
    <message>
        <source>The address from which {name} connects</source>
        <translation>Die Adresse, von der {name} sich verbindet</translation>
    </message>
    <message>
        <source>Decline {name}</source>
        <translation>{name} ablehnen</translation>
    </message>
</context>
<context>
    <name>LatencyPlot</name>
    <message>
        <source>Latencies</source>
        <translation>Latenzen</translation>
    </message>
    <message>
        <source>{what} over the last {span} s</source>
        <translation>{what} der letzten {span} s</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>The music plays on in each room, but nothing keeps the rooms together. Clients lose their connection.</source>
        <translation>Die Musik spielt in jedem Raum weiter, aber nichts hält die Räume zusammen. Clients verlieren ihre Verbindung.</translation>
    </message>
    <message>
        <source>Close the rooms</source>
        <translation>Räume schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message numerus="yes">
        <source>Close the rooms with %n client(s) connected?</source>
        <translation>
            <numerusform>Die Räume schließen, während %n Client verbunden ist?</numerusform>
            <numerusform>Die Räume schließen, während %n Clients verbunden sind?</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the rooms while music plays?</source>
        <translation>Die Räume schließen, während Musik spielt?</translation>
    </message>
</context>
<context>
    <name>LeaveForQuestion</name>
    <message>
        <source>Leave the circle</source>
        <translation>Kreis verlassen</translation>
    </message>
    <message>
        <source>Leave this circle, and open the recording “{file}”?</source>
        <translation>Diesen Kreis verlassen und die Aufnahme „{file}“ öffnen?</translation>
    </message>
    <message>
        <source>Leave this circle, and see the invite to “{circle}”?</source>
        <translation>Diesen Kreis verlassen und die Einladung zu „{circle}“ ansehen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>You have opened a link while you are in a circle.</source>
        <translation>Du hast einen Link geöffnet, während du in einem Kreis bist.</translation>
    </message>
    <message>
        <source>You have opened a recording while you are in a circle.</source>
        <translation>Du hast eine Aufnahme geöffnet, während du in einem Kreis bist.</translation>
    </message>
</context>
<context>
    <name>LeaveHubDialog</name>
    <message>
        <source>It runs on the hub. Come back from the start page, where you find it under “Your circles on hubs”. After an hour without anybody it ends.</source>
        <translation>Er läuft auf dem Hub. Komm über die Startseite zurück, dort steht er unter „Deine Kreise auf Hubs“. Ist eine Stunde lang niemand da, endet er.</translation>
    </message>
    <message>
        <source>Leave, and let the circle go on?</source>
        <translation>Verlassen und den Kreis weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>Leave the circle</source>
        <translation>Kreis verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>End it for everybody</source>
        <translation>Für alle beenden</translation>
    </message>
</context>
<context>
    <name>LevelPlot</name>
    <message>
        <source>Level of the microphone over the last seconds, in decibels</source>
        <translation>Pegel des Mikrofons in den letzten Sekunden, in Dezibel</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lade …</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for “{text}”</source>
        <translation>
            <numerusform>%n Treffer für „{text}“</numerusform>
            <numerusform>%n Treffer für „{text}“</numerusform>
        </translation>
    </message>
    <message>
        <source>All music</source>
        <translation>Alle Musik</translation>
    </message>
    <message>
        <source>{path}: empty</source>
        <translation>{path}: leer</translation>
    </message>
    <message>
        <source>Search in titles, artists, albums, file names</source>
        <translation>In Titeln, Interpreten, Alben und Dateinamen suchen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Go to the parent folder (Backspace)</source>
        <translation>Zum übergeordneten Ordner (Rücktaste)</translation>
    </message>
    <message>
        <source>Add the selected songs and folders (Shift+Enter)</source>
        <translation>Die gewählten Stücke und Ordner hinzufügen (Umschalt+Eingabe)</translation>
    </message>
</context>
<context>
    <name>LinkOffer</name>
    <message>
        <source>Ableton Link: another program has set {bpm} bpm.</source>
        <translation>Ableton Link: Ein anderes Programm hat {bpm} bpm eingestellt.</translation>
    </message>
    <message>
        <source>The circle keeps its tempo unless you take this one over.</source>
        <translation>Der Kreis behält sein Tempo, wenn du dieses nicht übernimmst.</translation>
    </message>
    <message>
        <source>Use {bpm} bpm</source>
        <translation>{bpm} bpm nehmen</translation>
    </message>
    <message>
        <source>Should invites that you click on open Drum Circle?</source>
        <translation>Sollen angeklickte Einladungen Drum Circle öffnen?</translation>
    </message>
    <message>
        <source>They begin with drumcircle://. You can undo it with “drumcircle link --remove”.</source>
        <translation>Sie beginnen mit drumcircle://. Rückgängig machst du das mit „drumcircle link --remove“.</translation>
    </message>
    <message>
        <source>Yes, open them</source>
        <translation>Ja, öffnen</translation>
    </message>
</context>
<context>
    <name>LogInForm</name>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>No account yet? Register</source>
        <translation>Noch kein Konto? Registrieren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>LoginsDialog</name>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Log out: {what}</source>
        <translation>Abmelden: {what}</translation>
    </message>
    <message>
        <source>Logins of {name}</source>
        <translation>Anmeldungen von {name}</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Since {time}, from {address}</source>
        <translation>Seit {time}, von {address}</translation>
    </message>
    <message>
        <source>This account is logged in nowhere.</source>
        <translation>Dieses Konto ist nirgends angemeldet.</translation>
    </message>
    <message>
        <source>last used {time}</source>
        <translation>zuletzt benutzt {time}</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>dieses Fenster</translation>
    </message>
    <message>
        <source>{mail}
{role}, {state}; registered {created}</source>
        <translation>{mail}
{role}, {state}; registriert {created}</translation>
    </message>
</context>
<context>
    <name>LoopDialog</name>
    <message>
        <source>Beats in it</source>
        <translation>Schläge darin</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a loop</source>
        <translation>Loop wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>From the next cycle on; the circle takes the loop&apos;s tempo</source>
        <translation>Ab dem nächsten Zyklus; der Kreis nimmt das Tempo des Loops an</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>Halb so schnell</translation>
    </message>
    <message>
        <source>Loop to play to</source>
        <translation>Loop zum Mitspielen</translation>
    </message>
    <message>
        <source>No file is chosen: WAV, FLAC or OGG, up to 8 MiB and 5 minutes.</source>
        <translation>Keine Datei gewählt: WAV, FLAC oder OGG, bis 8 MiB und 5 Minuten.</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Kein Loop</translation>
    </message>
    <message>
        <source>Play to it</source>
        <translation>Dazu spielen</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Lese {file} …</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tondateien</translation>
    </message>
    <message>
        <source>The circle plays to {name}, at {bpm} bpm.</source>
        <translation>Der Kreis spielt zu {name}, mit {bpm} bpm.</translation>
    </message>
    <message>
        <source>The circle plays without a loop.</source>
        <translation>Der Kreis spielt ohne Loop.</translation>
    </message>
    <message>
        <source>The loop has half as many beats, each twice as long</source>
        <translation>Der Loop hat halb so viele Schläge, jeder doppelt so lang</translation>
    </message>
    <message>
        <source>The loop has twice as many beats, each half as long</source>
        <translation>Der Loop hat doppelt so viele Schläge, jeder halb so lang</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>Doppelt so schnell</translation>
    </message>
    <message>
        <source>Volume for all</source>
        <translation>Lautstärke für alle</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
    <message>
        <source>{name} is silent: it sounds at {bpm} bpm only.</source>
        <translation>{name} schweigt: Er klingt nur bei {bpm} bpm.</translation>
    </message>
    <message>
        <source>{name}, {length} s. It is at the server.</source>
        <translation>{name}, {length} s. Er ist auf dem Server.</translation>
    </message>
    <message>
        <source>{name}, {length} s. {percent} % are sent to the server.</source>
        <translation>{name}, {length} s. {percent} % sind beim Server.</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message numerus="yes">
        <source>A mail to %Ln account(s)</source>
        <translation>
            <numerusform>Eine Mail an %Ln Person</numerusform>
            <numerusform>Eine Mail an %Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy all addresses</source>
        <translation>Alle Adressen kopieren</translation>
    </message>
    <message>
        <source>Mail {number} of {of}</source>
        <translation>Mail {number} von {of}</translation>
    </message>
    <message>
        <source>No mail program opens this. Copy the addresses instead.</source>
        <translation>Kein Mailprogramm öffnet das. Kopiere stattdessen die Adressen.</translation>
    </message>
    <message>
        <source>Nobody sees the addresses of the others.</source>
        <translation>Niemand sieht die Adressen der anderen.</translation>
    </message>
    <message>
        <source>Your mail program takes only so many addresses at once, so each button opens a part of them.</source>
        <translation>Dein Mailprogramm nimmt nur eine begrenzte Zahl von Adressen auf einmal, deshalb öffnet jeder Knopf einen Teil davon.</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Mail schreiben</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Demo circle</source>
        <translation>Demo-Kreis</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
</context>
<context>
    <name>MicrophoneDialog</name>
    <message>
        <source>Bass</source>
        <translation>Bass</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>Slap</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>Learn my strokes</source>
        <translation>Meine Schläge lernen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Lernen beenden</translation>
    </message>
    <message>
        <source>Choose a microphone. Then play: a drum, a table, a box or your hands will do.</source>
        <translation>Wähle ein Mikrofon. Dann spiel: eine Trommel, ein Tisch, eine Kiste oder deine Hände reichen.</translation>
    </message>
    <message>
        <source>Bass, tone and slap are learned. Play, and see which one lights up.</source>
        <translation>Bass, Tone und Slap sind gelernt. Spiel und sieh, welcher aufleuchtet.</translation>
    </message>
    <message>
        <source>Dots are strokes. Grey ones are softer than the dashed line, or none that was learned.</source>
        <translation>Punkte sind Schläge. Graue sind leiser als die gestrichelte Linie oder keine gelernten.</translation>
    </message>
    <message>
        <source>Play now: every stroke sounds as a tone. With “Learn my strokes”, bass, tone and slap differ.</source>
        <translation>Spiel jetzt: Jeder Schlag klingt als Tone. Mit „Meine Schläge lernen“ unterscheiden sich Bass, Tone und Slap.</translation>
    </message>
    <message numerus="yes">
        <source>Play {stroke}: %n more time(s), some soft and some loud.</source>
        <translation>
            <numerusform>Spiel {stroke}: noch %n-mal, mal leise, mal laut.</numerusform>
            <numerusform>Spiel {stroke}: noch %n-mal, mal leise, mal laut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Softest stroke</source>
        <translation>Leisester Schlag</translation>
    </message>
    <message>
        <source>Play a real drum</source>
        <translation>Spiel eine echte Trommel</translation>
    </message>
    <message>
        <source>A microphone turns your drum into a pad. The others hear your strokes one period later, exactly when you played them.</source>
        <translation>Ein Mikrofon macht aus deiner Trommel ein Pad. Die anderen hören deine Schläge eine Periode später, genau so, wie du sie gespielt hast.</translation>
    </message>
    <message>
        <source>Use headphones if you can. With loudspeakers, Drum Circle takes its own sound out of the microphone; this takes it a few seconds to learn, and soft strokes may be lost.</source>
        <translation>Nimm Kopfhörer, wenn du kannst. Mit Lautsprechern nimmt Drum Circle den eigenen Ton aus dem Mikrofon heraus; das braucht ein paar Sekunden zum Lernen, und leise Schläge können verloren gehen.</translation>
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
        <translation>Sofort beim Schlagen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Choose the output that your drum module, synthesizer or music program listens to.</source>
        <translation>Wähle den Ausgang, auf den dein Drum-Modul, dein Synthesizer oder dein Musikprogramm hört.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>If your module sounds late, send earlier; if it sounds early, enter a negative number.</source>
        <translation>Klingt dein Modul zu spät, sende früher; klingt es zu früh, gib eine negative Zahl ein.</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>MIDI-Clock mit Start, Stopp und Songposition</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>MIDI-Ausgang</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Kein Ausgang</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Noten der Trommeln</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>Noten…</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Play on a MIDI device</source>
        <translation>Auf einem MIDI-Gerät spielen</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>Früher senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending to: {port}</source>
        <translation>Gesendet wird an: {port}</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>Ton aus</translation>
    </message>
    <message>
        <source>Strokes leave at the moment at which you hear them, as loud as in your mixer. To hear only the device, turn down “Everything” in the card “You”.</source>
        <translation>Schläge gehen in dem Moment hinaus, in dem du sie hörst, so laut wie in deinem Mixer. Willst du nur das Gerät hören, stelle „Alles“ auf der Karte „Du“ leise.</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>Der Guide mit dem Einzählen</translation>
    </message>
    <message>
        <source>The output is being opened.</source>
        <translation>Der Ausgang wird geöffnet.</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>Die Schläge der anderen</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>Wenn sie wiederkommen</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>Mit ihrem Klang</translation>
    </message>
</context>
<context>
    <name>MissingFilesLine</name>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>%n Stück fehlt</numerusform>
            <numerusform>%n Stücke fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Upload the missing songs to {room}</source>
        <translation>Die fehlenden Stücke nach {room} hochladen</translation>
    </message>
</context>
<context>
    <name>MixerCard</name>
    <message>
        <source>Faders and buttons of MIDI controllers</source>
        <translation>Regler und Tasten von MIDI-Controllern</translation>
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
        <source>changes only what you hear</source>
        <translation>ändert nur, was du hörst</translation>
    </message>
    <message>
        <source>for you only</source>
        <translation>nur für dich</translation>
    </message>
    <message>
        <source>There are no players yet. Each gets a row here when they join.</source>
        <translation>Noch spielt niemand mit. Alle bekommen hier eine Zeile, wenn sie hereinkommen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
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
        <source>M</source>
        <comment>mute</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>S</source>
        <comment>solo</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>Volume of {name}</source>
        <translation>Lautstärke von {name}</translation>
    </message>
    <message>
        <source>{name}, from left to right</source>
        <translation>{name}, von links nach rechts</translation>
    </message>
    <message>
        <source>Mute {name} for yourself</source>
        <translation>{name} für dich stummschalten</translation>
    </message>
    <message>
        <source>Hear {name} alone</source>
        <translation>Nur {name} hören</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Free play</source>
        <translation>Freies Spiel</translation>
    </message>
    <message>
        <source>Follow the leader</source>
        <translation>Folgt dem Leader</translation>
    </message>
    <message>
        <source>Call and response</source>
        <translation>Ruf und Antwort</translation>
    </message>
    <message>
        <source>Solos</source>
        <translation>Soli</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>Aufbauen</translation>
    </message>
    <message>
        <source>Thin out</source>
        <translation>Ausdünnen</translation>
    </message>
    <message>
        <source>Two halves</source>
        <translation>Zwei Hälften</translation>
    </message>
    <message>
        <source>Soft and loud</source>
        <translation>Leise und laut</translation>
    </message>
    <message>
        <source>All stop</source>
        <translation>Alle Stopp</translation>
    </message>
    <message>
        <source>All start</source>
        <translation>Alle los</translation>
    </message>
    <message>
        <source>Speed up</source>
        <translation>Schneller werden</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Langsamer werden</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Everybody plays, everybody hears everybody.</source>
        <translation>Alle spielen, alle hören alle.</translation>
    </message>
    <message>
        <source>One player leads, all listen, then all imitate three times.</source>
        <translation>Eine Person führt an, alle hören zu, dann machen alle es dreimal nach.</translation>
    </message>
    <message>
        <source>One half of the circle calls, the other half answers.</source>
        <translation>Die eine Hälfte des Kreises ruft, die andere antwortet.</translation>
    </message>
    <message>
        <source>One player after the other plays a solo. The others play softly.</source>
        <translation>Reihum spielt jede Person ein Solo. Die anderen spielen leise.</translation>
    </message>
    <message>
        <source>The low drums begin. One part after the other joins in.</source>
        <translation>Die tiefen Trommeln beginnen. Eine Stimme nach der anderen kommt dazu.</translation>
    </message>
    <message>
        <source>One part after the other stops, until the low drums are alone.</source>
        <translation>Eine Stimme nach der anderen hört auf, bis die tiefen Trommeln allein sind.</translation>
    </message>
    <message>
        <source>The two halves of the circle play in turn.</source>
        <translation>Die beiden Hälften des Kreises spielen abwechselnd.</translation>
    </message>
    <message>
        <source>All play softly, then loudly, in turn.</source>
        <translation>Alle spielen abwechselnd leise und laut.</translation>
    </message>
    <message>
        <source>Silence. What was played last is kept for All start.</source>
        <translation>Stille. Was zuletzt gespielt wurde, bleibt für Alle los aufgehoben.</translation>
    </message>
    <message>
        <source>All start together. You hear what was played before All stop.</source>
        <translation>Alle beginnen zusammen. Du hörst, was vor Alle Stopp gespielt wurde.</translation>
    </message>
    <message>
        <source>The tempo rises with each beat.</source>
        <translation>Das Tempo steigt mit jedem Schlag.</translation>
    </message>
    <message>
        <source>The tempo falls with each beat.</source>
        <translation>Das Tempo sinkt mit jedem Schlag.</translation>
    </message>
    <message>
        <source>Only the players that you choose are heard.</source>
        <translation>Nur wen du auswählst, hört man.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Hör zu</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Führe an</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>Mach nach</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Letztes Mal</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ruf</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworte</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Play softly</source>
        <translation>Spiel leise</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Low drums</source>
        <translation>Tiefe Trommeln</translation>
    </message>
    <message>
        <source>Middle drums</source>
        <translation>Mittlere Trommeln</translation>
    </message>
    <message>
        <source>High drums</source>
        <translation>Hohe Trommeln</translation>
    </message>
    <message>
        <source>Bells</source>
        <translation>Glocken</translation>
    </message>
    <message>
        <source>Shakers</source>
        <translation>Shaker</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>Erste Hälfte</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>Zweite Hälfte</translation>
    </message>
    <message>
        <source>{mode}: paused</source>
        <translation>{mode}: Pause</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Du bist dran</translation>
    </message>
    <message>
        <source>{who}: {word}</source>
        <translation>{who}: {word}</translation>
    </message>
    <message>
        <source>Your turn: {word} in</source>
        <translation>Du bist dran: {word} in</translation>
    </message>
    <message>
        <source>{word} in</source>
        <translation>{word} in</translation>
    </message>
    <message>
        <source>until the conductor goes on</source>
        <translation>bis die Leitung weitermacht</translation>
    </message>
    <message numerus="yes">
        <source>your turn in %n beat(s)</source>
        <translation>
            <numerusform>du bist dran in %n Schlag</numerusform>
            <numerusform>du bist dran in %n Schlägen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{word} in %n beat(s)</source>
        <translation>
            <numerusform>{word} in %n Schlag</numerusform>
            <numerusform>{word} in %n Schlägen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End mode</source>
        <translation>Modus beenden</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Edit the guide…</source>
        <translation>Guide bearbeiten …</translation>
    </message>
    <message>
        <source>Loop to play to…</source>
        <translation>Loop zum Mitspielen …</translation>
    </message>
    <message>
        <source>Options and session…</source>
        <translation>Optionen und Ablauf …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Next: {mode}</source>
        <translation>Danach: {mode}</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>Einfacher Guide</translation>
    </message>
    <message>
        <source>Play freely for a while (Ctrl+P)</source>
        <translation>Eine Weile frei spielen (Strg+P)</translation>
    </message>
    <message>
        <source>Go to the next step with the next cycle (Ctrl+K)</source>
        <translation>Mit dem nächsten Zyklus zum nächsten Schritt (Strg+K)</translation>
    </message>
    <message>
        <source>Play freely from the next cycle on (Ctrl+E)</source>
        <translation>Ab dem nächsten Zyklus frei spielen (Strg+E)</translation>
    </message>
    <message>
        <source>What everybody hears besides the strokes: the guide (Ctrl+G edits it), and a loop (Ctrl+O)</source>
        <translation>Was alle außer den Schlägen hören: den Guide (Strg+G bearbeitet ihn) und einen Loop (Strg+O)</translation>
    </message>
    <message>
        <source>What the circle does: who plays, who listens</source>
        <translation>Was der Kreis tut: wer spielt, wer zuhört</translation>
    </message>
</context>
<context>
    <name>ModeDialog</name>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Add to the session</source>
        <translation>In den Ablauf</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Schritt starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n Zyklus</numerusform>
            <numerusform>%n Zyklen</numerusform>
        </translation>
    </message>
    <message>
        <source>{bpm:g} bpm</source>
        <translation>{bpm:g} bpm</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Ablauf öffnen</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Ablauf speichern</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Session: F9 runs the next step</source>
        <translation>Ablauf: F9 startet den nächsten Schritt</translation>
    </message>
</context>
<context>
    <name>ModeOptions</name>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n Zyklus</numerusform>
            <numerusform>%n Zyklen</numerusform>
        </translation>
    </message>
    <message>
        <source>one period</source>
        <translation>eine Periode</translation>
    </message>
    <message>
        <source>{by:+} bpm</source>
        <translation>{by:+} bpm</translation>
    </message>
    <message>
        <source> cycles</source>
        <translation> Zyklen</translation>
    </message>
    <message>
        <source> bpm</source>
        <translation> bpm</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Players, in order</source>
        <translation>Spielende der Reihe nach</translation>
    </message>
    <message>
        <source>Each step lasts</source>
        <translation>Jeder Schritt dauert</translation>
    </message>
    <message>
        <source>Tempo at the end</source>
        <translation>Tempo am Ende</translation>
    </message>
</context>
<context>
    <name>NameList</name>
    <message>
        <source>Players</source>
        <translation>Spielende</translation>
    </message>
    <message>
        <source>+ {n}</source>
        <translation>+ {n}</translation>
    </message>
</context>
<context>
    <name>NewInvite</name>
    <message>
        <source>For whom the invite is</source>
        <translation>Für wen die Einladung ist</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>How many players can join with it</source>
        <translation>Wie viele damit hereinkommen</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>Für wen?</translation>
    </message>
    <message>
        <source>How long the invite is valid</source>
        <translation>Wie lange die Einladung gilt</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>eine Stunde lang</translation>
    </message>
    <message numerus="yes">
        <source>player(s)</source>
        <translation>
            <numerusform>Person</numerusform>
            <numerusform>Leute</numerusform>
        </translation>
    </message>
    <message>
        <source>for a day</source>
        <translation>einen Tag lang</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>eine Woche lang</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Make invite</source>
        <translation>Einladung machen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Ausblenden (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Another change has not taken effect yet: wait until it has.</source>
        <translation>Eine andere Änderung gilt noch nicht: Warte, bis sie gilt.</translation>
    </message>
    <message>
        <source>Another conductor has just changed this.</source>
        <translation>Jemand anderes aus der Leitung hat das gerade geändert.</translation>
    </message>
    <message>
        <source>Ask for a new invite.</source>
        <translation>Bitte um eine neue Einladung.</translation>
    </message>
    <message>
        <source>Ask its conductor for a new invite.</source>
        <translation>Bitte die Leitung um eine neue Einladung.</translation>
    </message>
    <message>
        <source>Ask the hub&apos;s administrator.</source>
        <translation>Frag, wer den Hub verwaltet.</translation>
    </message>
    <message>
        <source>Both invites are replaced: nobody can join with the old ones any more.</source>
        <translation>Beide Einladungen sind ersetzt: Mit den alten kann niemand mehr beitreten.</translation>
    </message>
    <message>
        <source>Both invites were replaced while you were away: nobody can join with the old ones any more.</source>
        <translation>Beide Einladungen wurden ersetzt, während du weg warst: Mit den alten kann niemand mehr beitreten.</translation>
    </message>
    <message>
        <source>Check that the invite is right and that the circle is running, then try again.</source>
        <translation>Prüfe, ob die Einladung stimmt und der Kreis läuft, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Check the hub&apos;s address, then try again.</source>
        <translation>Prüfe die Adresse des Hubs und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes.</source>
        <translation>Wähle eine Datei in WAV, FLAC oder OGG mit bis zu 8 MiB und 5 Minuten.</translation>
    </message>
    <message>
        <source>Choose a device to try it again.</source>
        <translation>Wähle ein Gerät, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Choose a name of 1 to 32 visible characters.</source>
        <translation>Wähle einen Namen aus 1 bis 32 sichtbaren Zeichen.</translation>
    </message>
    <message>
        <source>Choose another device.</source>
        <translation>Wähle ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Enter your whole mail address.</source>
        <translation>Gib deine ganze Mailadresse ein.</translation>
    </message>
    <message>
        <source>It has more than two channels.</source>
        <translation>Sie hat mehr als zwei Kanäle.</translation>
    </message>
    <message>
        <source>It is like this already.</source>
        <translation>Es ist schon so.</translation>
    </message>
    <message>
        <source>It lasts longer than 5 minutes.</source>
        <translation>Sie dauert länger als 5 Minuten.</translation>
    </message>
    <message>
        <source>It starts again by itself: you need not do anything.</source>
        <translation>Er beginnt von selbst wieder: Du musst nichts tun.</translation>
    </message>
    <message>
        <source>It will be possible as soon as the connection is back.</source>
        <translation>Es geht, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>Melde dich zuerst an.</translation>
    </message>
    <message>
        <source>Look again, then decide.</source>
        <translation>Sieh noch einmal hin, dann entscheide.</translation>
    </message>
    <message>
        <source>Look at the list of accounts.</source>
        <translation>Sieh in der Liste der Konten nach.</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Mach es kürzer.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Gib zuerst jemand anderem die Verwaltung.</translation>
    </message>
    <message>
        <source>No audio device was found.</source>
        <translation>Kein Tongerät wurde gefunden.</translation>
    </message>
    <message>
        <source>No conductor has answered.</source>
        <translation>Niemand aus der Leitung hat geantwortet.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Kein Mikrofon wurde gefunden.</translation>
    </message>
    <message>
        <source>One joins this circle with an invite: ask the conductor for one.</source>
        <translation>In diesen Kreis kommt man mit einer Einladung: Frag die Leitung danach.</translation>
    </message>
    <message>
        <source>Only a conductor may do this.</source>
        <translation>Das darf nur die Leitung.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Das darf nur die Verwaltung.</translation>
    </message>
    <message>
        <source>Only players with an account on this hub can come in: log in, or ask for an account.</source>
        <translation>Hier kommen nur Spieler mit einem Konto auf diesem Hub herein: Melde dich an, oder bitte um ein Konto.</translation>
    </message>
    <message>
        <source>Play with the guide, or ask the conductor for another file.</source>
        <translation>Spiel mit dem Guide, oder bitte die Leitung um eine andere Datei.</translation>
    </message>
    <message>
        <source>Plug it in again, or play with keys and pads.</source>
        <translation>Schließ sie wieder an, oder spiel mit Tasten und Pads.</translation>
    </message>
    <message>
        <source>Plug it in and it will be used by itself.</source>
        <translation>Schließ es an, dann wird es von selbst benutzt.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another.</source>
        <translation>Schließ es an, oder wähle ein anderes.</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server; it will be used then.</source>
        <translation>Schließ eines an, oder starte den Tonserver; dann wird es benutzt.</translation>
    </message>
    <message>
        <source>Plug one in, then choose it.</source>
        <translation>Schließ eines an und wähle es dann.</translation>
    </message>
    <message>
        <source>Put it back, or choose another kit.</source>
        <translation>Leg sie zurück, oder wähle ein anderes Kit.</translation>
    </message>
    <message>
        <source>Register without it, or look it up again.</source>
        <translation>Registriere dich ohne ihn, oder sieh noch einmal nach.</translation>
    </message>
    <message>
        <source>Somebody has that name, or one that looks alike, already.</source>
        <translation>Diesen oder einen ähnlich aussehenden Namen gibt es schon.</translation>
    </message>
    <message>
        <source>Strokes more than a period away from now were left out.</source>
        <translation>Schläge, die mehr als eine Periode entfernt sind, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The MIDI port “{device}” is not there.</source>
        <translation>Der MIDI-Anschluss „{device}“ ist nicht da.</translation>
    </message>
    <message>
        <source>The audio device keeps failing and was switched off.</source>
        <translation>Das Tongerät fällt immer wieder aus und wurde abgeschaltet.</translation>
    </message>
    <message>
        <source>The audio device “{device}” is not there.</source>
        <translation>Das Tongerät „{device}“ ist nicht da.</translation>
    </message>
    <message>
        <source>The circle at {place} cannot be reached ({reason}).</source>
        <translation>Der Kreis auf {place} ist nicht erreichbar ({reason}).</translation>
    </message>
    <message>
        <source>The circle cannot be reached.</source>
        <translation>Der Kreis ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The circle is full: try again when a member has left.</source>
        <translation>Der Kreis ist voll: Versuch es wieder, wenn jemand gegangen ist.</translation>
    </message>
    <message>
        <source>The conductor has ended the circle.</source>
        <translation>Die Leitung hat den Kreis beendet.</translation>
    </message>
    <message>
        <source>The conductor has not let you in.</source>
        <translation>Die Leitung hat dich nicht eingelassen.</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>Die Leitung hat dich aus dem Kreis entfernt.</translation>
    </message>
    <message>
        <source>The connection was lost ({reason}).</source>
        <translation>Die Verbindung ging verloren ({reason}).</translation>
    </message>
    <message>
        <source>The hub at {place} cannot be reached ({reason}).</source>
        <translation>Der Hub auf {place} ist nicht erreichbar ({reason}).</translation>
    </message>
    <message>
        <source>The hub cannot read or save its accounts now.</source>
        <translation>Der Hub kann seine Konten jetzt nicht lesen oder sichern.</translation>
    </message>
    <message>
        <source>The hub does not answer.</source>
        <translation>Der Hub antwortet nicht.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the disk does not take its file.</source>
        <translation>Der Loop „{name}“ ist zu hören, wird aber nicht bei der Aufnahme aufbewahrt: Die Festplatte nimmt seine Datei nicht an.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the recordings fill the limit.</source>
        <translation>Der Loop „{name}“ ist zu hören, wird aber nicht bei der Aufnahme aufbewahrt: Die Aufnahmen füllen die Grenze.</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the server does not have its file any more.</source>
        <translation>Der Loop „{name}“ ist zu hören, wird aber nicht bei der Aufnahme aufbewahrt: Der Server hat seine Datei nicht mehr.</translation>
    </message>
    <message>
        <source>The microphone “{device}” is not there.</source>
        <translation>Das Mikrofon „{device}“ ist nicht da.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Name oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The others may hear it.</source>
        <translation>Die anderen hören ihn vielleicht.</translation>
    </message>
    <message>
        <source>The password must not contain your name or your mail address.</source>
        <translation>Das Passwort darf weder deinen Namen noch deine Mailadresse enthalten.</translation>
    </message>
    <message>
        <source>The password needs 10 to 200 characters.</source>
        <translation>Das Passwort braucht 10 bis 200 Zeichen.</translation>
    </message>
    <message>
        <source>The players&apos; own recordings have it.</source>
        <translation>Die Aufnahmen der Mitspielenden enthalten ihn.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>Der Server hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The sound is back, on {device}.</source>
        <translation>Der Ton ist wieder da, auf {device}.</translation>
    </message>
    <message>
        <source>The sound stopped, because {cause}.</source>
        <translation>Der Ton hat aufgehört, weil {cause}.</translation>
    </message>
    <message>
        <source>There is no account “{name}”.</source>
        <translation>Es gibt kein Konto „{name}“.</translation>
    </message>
    <message>
        <source>There is no sound in it.</source>
        <translation>Es ist kein Ton darin.</translation>
    </message>
    <message>
        <source>There is no sound on {device} now.</source>
        <translation>Auf {device} gibt es jetzt keinen Ton.</translation>
    </message>
    <message>
        <source>This cannot be sent: it is too long or out of range.</source>
        <translation>Das lässt sich nicht senden: Es ist zu lang oder außerhalb des Erlaubten.</translation>
    </message>
    <message>
        <source>This circle has ended.</source>
        <translation>Dieser Kreis ist zu Ende.</translation>
    </message>
    <message>
        <source>This code is not valid, or has been used.</source>
        <translation>Dieser Code ist ungültig oder schon benutzt.</translation>
    </message>
    <message>
        <source>This hub keeps no accounts.</source>
        <translation>Dieser Hub führt keine Konten.</translation>
    </message>
    <message>
        <source>This invite is for players: nobody can conduct with it.</source>
        <translation>Diese Einladung ist zum Mitspielen: Leiten kann man damit nicht.</translation>
    </message>
    <message>
        <source>This is no WAV, FLAC or OGG file, or it is damaged.</source>
        <translation>Das ist keine Datei in WAV, FLAC oder OGG, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This is not the server of the invite: its certificate is another one.</source>
        <translation>Das ist nicht der Server der Einladung: Sein Zertifikat ist ein anderes.</translation>
    </message>
    <message>
        <source>Too many strokes at once: some were left out.</source>
        <translation>Zu viele Schläge auf einmal: Einige wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Too many wait to be let in: try again in a while.</source>
        <translation>Zu viele warten auf Einlass: Versuch es in einer Weile noch einmal.</translation>
    </message>
    <message>
        <source>Too many wrong passwords came from your network, or for this account.</source>
        <translation>Aus deinem Netz oder für dieses Konto kamen zu viele falsche Passwörter.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuch es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Try again later, or ask its owner.</source>
        <translation>Versuch es später noch einmal, oder frag, wem er gehört.</translation>
    </message>
    <message>
        <source>Try again later, or ask the hub&apos;s administrator.</source>
        <translation>Versuch es später noch einmal, oder frag, wer den Hub verwaltet.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Type the same password twice.</source>
        <translation>Gib zweimal dasselbe Passwort ein.</translation>
    </message>
    <message>
        <source>Use at least 4 different characters in the password.</source>
        <translation>Nimm mindestens 4 verschiedene Zeichen für das Passwort.</translation>
    </message>
    <message>
        <source>Very many accounts wait for approval here.</source>
        <translation>Hier warten sehr viele Konten auf Freigabe.</translation>
    </message>
    <message>
        <source>Very many people log in just now.</source>
        <translation>Gerade melden sich sehr viele an.</translation>
    </message>
    <message>
        <source>Wait some minutes, then try again.</source>
        <translation>Warte ein paar Minuten und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>You are not connected</source>
        <translation>Du bist nicht verbunden</translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation>Du bist nicht angemeldet.</translation>
    </message>
    <message>
        <source>You cannot hear the loop {name}: {problem}.</source>
        <translation>Du kannst den Loop {name} nicht hören: {problem}.</translation>
    </message>
    <message>
        <source>You have joined this circle again from another window or device.</source>
        <translation>Du bist mit einem anderen Fenster oder Gerät noch einmal in diesen Kreis gekommen.</translation>
    </message>
    <message>
        <source>You left the circle.</source>
        <translation>Du hast den Kreis verlassen.</translation>
    </message>
    <message>
        <source>You need none here.</source>
        <translation>Hier brauchst du keines.</translation>
    </message>
    <message>
        <source>You no longer wait to be let in.</source>
        <translation>Du wartest nicht mehr auf Einlass.</translation>
    </message>
    <message>
        <source>You write faster than the others can read: wait a moment.</source>
        <translation>Du schreibst schneller, als die anderen lesen können: Warte einen Moment.</translation>
    </message>
    <message>
        <source>Your account has been disabled.</source>
        <translation>Dein Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>Your account is waiting for an administrator&apos;s approval.</source>
        <translation>Dein Konto wartet noch auf Freigabe.</translation>
    </message>
    <message>
        <source>Your account may play, but not create circles.</source>
        <translation>Mit deinem Konto kannst du spielen, aber keine Kreise starten.</translation>
    </message>
    <message>
        <source>Your settings could not be saved: {error}.</source>
        <translation>Deine Einstellungen konnten nicht gespeichert werden: {error}.</translation>
    </message>
    <message>
        <source>{device} is plugged in.</source>
        <translation>{device} ist angeschlossen.</translation>
    </message>
    <message>
        <source>{device} was unplugged.</source>
        <translation>{device} wurde abgezogen.</translation>
    </message>
    <message>
        <source>{file} cannot be played.</source>
        <translation>{file} kann nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>{file} is larger than 8 MiB.</source>
        <translation>{file} ist größer als 8 MiB.</translation>
    </message>
    <message>
        <source>{name} has left already.</source>
        <translation>{name} ist schon gegangen.</translation>
    </message>
    <message>
        <source>{name} has replaced both invites: nobody can join with the old ones any more.</source>
        <translation>{name} hat beide Einladungen ersetzt: Mit den alten kann niemand mehr beitreten.</translation>
    </message>
    <message>
        <source>{name} is the only administrator.</source>
        <translation>Nur {name} hat die Verwaltung.</translation>
    </message>
    <message>
        <source>“Who may come in…” shows the new ones: send them to those who are to come later.</source>
        <translation>„Wer darf herein …“ zeigt die neuen: Schick sie denen, die später kommen sollen.</translation>
    </message>
    <message>
        <source>“{device}” could not be opened ({error}).</source>
        <translation>„{device}“ ließ sich nicht öffnen ({error}).</translation>
    </message>
    <message>
        <source>“{device}” could not be started ({error}).</source>
        <translation>„{device}“ ließ sich nicht starten ({error}).</translation>
    </message>
    <message>
        <source>“{file}” is missing.</source>
        <translation>„{file}“ fehlt.</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>A number from {low} to {high}</source>
        <translation>Eine Zahl von {low} bis {high}</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>{option} +{n}</source>
        <translation>{option} +{n}</translation>
    </message>
    <message>
        <source>Options: {names}</source>
        <translation>Optionen: {names}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Repeat, random, single, consume</source>
        <translation>Wiederholen, zufällig, einzeln, verbrauchen</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Consume</source>
        <translation>Verbrauchen</translation>
    </message>
    <message>
        <source>Start again at the end of the queue</source>
        <translation>Am Ende der Warteschlange von vorn beginnen</translation>
    </message>
    <message>
        <source>Play the songs in random order</source>
        <translation>Die Stücke in zufälliger Reihenfolge spielen</translation>
    </message>
    <message>
        <source>Stop after each song; with Repeat, repeat it</source>
        <translation>Nach jedem Stück anhalten; mit Wiederholen: es wiederholen</translation>
    </message>
    <message>
        <source>Remove songs from the queue once they have been played</source>
        <translation>Gespielte Stücke aus der Warteschlange nehmen</translation>
    </message>
</context>
<context>
    <name>PadButton</name>
    <message>
        <source>Pad, key {key}</source>
        <translation>Pad, Taste {key}</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>Pad</translation>
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
        <source>Hi-hat, splash</source>
        <translation>Hi-Hat, Splash</translation>
    </message>
    <message>
        <source>Hi-hat edge, closed</source>
        <translation>Hi-Hat-Rand, zu</translation>
    </message>
    <message>
        <source>Hi-hat, half open</source>
        <translation>Hi-Hat, halb offen</translation>
    </message>
    <message>
        <source>Hi-hat edge, open</source>
        <translation>Hi-Hat-Rand, offen</translation>
    </message>
    <message>
        <source>High Q</source>
        <translation>High Q</translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>Slap</translation>
    </message>
    <message>
        <source>Scratch push</source>
        <translation>Scratch vor</translation>
    </message>
    <message>
        <source>Scratch pull</source>
        <translation>Scratch zurück</translation>
    </message>
    <message>
        <source>Sticks</source>
        <translation>Sticks</translation>
    </message>
    <message>
        <source>Square click</source>
        <translation>Square Click</translation>
    </message>
    <message>
        <source>Metronome click</source>
        <translation>Metronom-Klick</translation>
    </message>
    <message>
        <source>Metronome bell</source>
        <translation>Metronom-Glocke</translation>
    </message>
    <message>
        <source>Bass drum, soft</source>
        <translation>Bassdrum, leise</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>Bassdrum</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>Sidestick</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>Snare</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>Händeklatschen</translation>
    </message>
    <message>
        <source>Snare, rim</source>
        <translation>Snare, Rand</translation>
    </message>
    <message>
        <source>Floor tom, low</source>
        <translation>Standtom, tief</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>Hi-Hat, zu</translation>
    </message>
    <message>
        <source>Floor tom</source>
        <translation>Standtom</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>Hi-Hat, Pedal</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>Tom, tief</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>Hi-Hat, offen</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>Tom, mittel</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>Tom, hoch</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Crash</translation>
    </message>
    <message>
        <source>Tom, highest</source>
        <translation>Tom, höchste</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Ride</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>Ride, Glocke</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>Tamburin</translation>
    </message>
    <message>
        <source>Splash</source>
        <translation>Splash</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>Cowbell</translation>
    </message>
    <message>
        <source>Crash, second</source>
        <translation>Crash, zweites</translation>
    </message>
    <message>
        <source>Vibraslap</source>
        <translation>Vibraslap</translation>
    </message>
    <message>
        <source>Ride, edge</source>
        <translation>Ride, Rand</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>Bongo, hoch</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>Bongo, tief</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>Conga, Slap</translation>
    </message>
    <message>
        <source>Conga, high open</source>
        <translation>Conga, hoch offen</translation>
    </message>
    <message>
        <source>Conga, low</source>
        <translation>Conga, tief</translation>
    </message>
    <message>
        <source>Timbale, high</source>
        <translation>Timbale, hoch</translation>
    </message>
    <message>
        <source>Timbale, low</source>
        <translation>Timbale, tief</translation>
    </message>
    <message>
        <source>Agogo, high</source>
        <translation>Agogô, hoch</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>Agogô, tief</translation>
    </message>
    <message>
        <source>Cabasa</source>
        <translation>Cabasa</translation>
    </message>
    <message>
        <source>Maracas</source>
        <translation>Maracas</translation>
    </message>
    <message>
        <source>Whistle, short</source>
        <translation>Pfeife, kurz</translation>
    </message>
    <message>
        <source>Whistle, long</source>
        <translation>Pfeife, lang</translation>
    </message>
    <message>
        <source>Guiro, short</source>
        <translation>Guiro, kurz</translation>
    </message>
    <message>
        <source>Guiro, long</source>
        <translation>Guiro, lang</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Wood block, high</source>
        <translation>Holzblock, hoch</translation>
    </message>
    <message>
        <source>Wood block, low</source>
        <translation>Holzblock, tief</translation>
    </message>
    <message>
        <source>Cuica, mute</source>
        <translation>Cuica, gedämpft</translation>
    </message>
    <message>
        <source>Cuica, open</source>
        <translation>Cuica, offen</translation>
    </message>
    <message>
        <source>Triangle, mute</source>
        <translation>Triangel, gedämpft</translation>
    </message>
    <message>
        <source>Triangle, open</source>
        <translation>Triangel, offen</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>Shaker</translation>
    </message>
    <message>
        <source>Jingle bells</source>
        <translation>Schellen</translation>
    </message>
    <message>
        <source>Bell tree</source>
        <translation>Bell Tree</translation>
    </message>
    <message>
        <source>Castanets</source>
        <translation>Kastagnetten</translation>
    </message>
    <message>
        <source>Surdo, mute</source>
        <translation>Surdo, gedämpft</translation>
    </message>
    <message>
        <source>Surdo, open</source>
        <translation>Surdo, offen</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>Tiefe Trommel</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>Bassnote</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>Djembe, Bass</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>Djembe, Tone</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>Djembe, Slap</translation>
    </message>
    <message>
        <source>Dundun, middle</source>
        <translation>Dundun, mittel</translation>
    </message>
    <message>
        <source>Dundun, high</source>
        <translation>Dundun, hoch</translation>
    </message>
    <message>
        <source>Djembe bass</source>
        <translation>Djembe Bass</translation>
    </message>
    <message>
        <source>Djembe tone</source>
        <translation>Djembe Tone</translation>
    </message>
    <message>
        <source>Djembe slap</source>
        <translation>Djembe Slap</translation>
    </message>
    <message>
        <source>Conga</source>
        <translation>Conga</translation>
    </message>
    <message>
        <source>Hi-hat closed</source>
        <translation>Hi-Hat zu</translation>
    </message>
    <message>
        <source>Hi-hat open</source>
        <translation>Hi-Hat offen</translation>
    </message>
</context>
<context>
    <name>PadsDialog</name>
    <message>
        <source>MIDI drums</source>
        <translation>MIDI-Trommeln</translation>
    </message>
    <message>
        <source>Play with this drum</source>
        <translation>Mit dieser Trommel spielen</translation>
    </message>
    <message>
        <source>Teach my pads</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>Ton aus</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>By the name of the device</source>
        <translation>Nach dem Namen des Geräts</translation>
    </message>
    <message>
        <source>Stop teaching</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>To the right: how hard you hit. Upwards: how loud it sounds. Grey dots are left out.</source>
        <translation>Nach rechts: wie fest du schlägst. Nach oben: wie laut es klingt. Graue Punkte werden ausgelassen.</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Plug in a drum kit or a pad controller; it appears here by itself.</source>
        <translation>Schließ ein Drumkit oder einen Pad-Controller an; es erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Hit: {pad} ({n} of {all}). Skip what your drum does not have.</source>
        <translation>Schlag: {pad} ({n} von {all}). Überspring, was deine Trommel nicht hat.</translation>
    </message>
    <message>
        <source>Learned: {pads}</source>
        <translation>Gelernt: {pads}</translation>
    </message>
    <message>
        <source>Play. If a pad sounds wrong, choose your kit above, or teach the program your pads.</source>
        <translation>Spiel. Wenn ein Pad falsch klingt, wähle oben dein Kit, oder bring dem Programm deine Pads bei.</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} sounds as {played}.</source>
        <translation>Note {note}: {pad}, {struck} klingt wie {played}.</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} is left out.</source>
        <translation>Note {note}: {pad}, {struck} wird ausgelassen.</translation>
    </message>
    <message>
        <source>Set up your drum</source>
        <translation>Richte deine Trommel ein</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Trommel</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Touch: heavy to light</source>
        <translation>Anschlag: schwer bis leicht</translation>
    </message>
    <message>
        <source>Leave out softer than</source>
        <translation>Auslassen, leiser als</translation>
    </message>
    <message>
        <source>Leave out bounces within</source>
        <translation>Nachprallen auslassen in</translation>
    </message>
    <message>
        <source>Leave out pads shaken below</source>
        <translation>Miterschüttern auslassen unter</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Bisheriges Passwort</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
</context>
<context>
    <name>PermanentInvites</name>
    <message>
        <source>New invite for conductors</source>
        <translation>Neue Einladung zum Leiten</translation>
    </message>
    <message>
        <source>New invite for players</source>
        <translation>Neue Einladung zum Mitspielen</translation>
    </message>
    <message>
        <source>One for players, one for conductors. They are valid until you replace them.</source>
        <translation>Eine zum Mitspielen, eine zum Leiten. Sie gelten, bis du sie ersetzt.</translation>
    </message>
    <message>
        <source>The new invite for conductors, who can also stop the circle</source>
        <translation>Die neue Einladung zum Leiten; wer leitet, kann den Kreis auch anhalten</translation>
    </message>
    <message>
        <source>The new invite for players</source>
        <translation>Die neue Einladung zum Mitspielen</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>PlayerHeader</name>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>s until you are heard</source>
        <translation>s, bis man dich hört</translation>
    </message>
    <message>
        <source>What does that mean?</source>
        <translation>Was bedeutet das?</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Leiten</translation>
    </message>
    <message>
        <source>Modes, cues, tempo and players, in a window of its own (Ctrl+Shift+C)</source>
        <translation>Modi, Zeichen, Tempo und Spielende in einem eigenen Fenster (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Trommelkreis</translation>
    </message>
    <message>
        <source>The conductor has been asked</source>
        <translation>Die Leitung ist gefragt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbinde</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>Du bist {name}</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s too late</source>
        <translation>Deine Schläge kommen {s:.1f} s zu spät an</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s early</source>
        <translation>Deine Schläge kommen {s:.1f} s zu früh an</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>You may conduct now, too.</source>
        <translation>Du darfst jetzt auch leiten.</translation>
    </message>
    <message>
        <source>Play on; modes, cues and players are one click away.</source>
        <translation>Spiel weiter; Modi, Zeichen und Spielende sind einen Klick entfernt.</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Leiten</translation>
    </message>
    <message>
        <source>Play on as before.</source>
        <translation>Spiel weiter wie zuvor.</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in</source>
        <translation>Die Leitung ist gefragt, ob du hereindarfst</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in: only you hear what you play</source>
        <translation>Die Leitung ist gefragt, ob du hereindarfst: Nur du hörst, was du spielst</translation>
    </message>
    <message>
        <source>You no longer conduct: the conductor has taken it back.</source>
        <translation>Du leitest nicht mehr: Die Leitung hat es zurückgenommen.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Not in the circle yet: only you hear what you play</source>
        <translation>Noch nicht im Kreis: Nur du hörst, was du spielst</translation>
    </message>
    <message>
        <source>Connection lost, trying again: the others may not hear what you play</source>
        <translation>Verbindung weg, neuer Versuch: Die anderen hören dich vielleicht nicht</translation>
    </message>
    <message>
        <source>You are not in the circle: only you hear what you play</source>
        <translation>Du bist nicht im Kreis: Nur du hörst, was du spielst</translation>
    </message>
    <message>
        <source>The circle stands still: only you hear what you play</source>
        <translation>Der Kreis steht still: Nur du hörst, was du spielst</translation>
    </message>
    <message>
        <source>The conductor has muted you: only you hear what you play</source>
        <translation>Die Leitung hat dich stummgeschaltet: Nur du hörst, was du spielst</translation>
    </message>
    <message>
        <source>Not your turn: only you hear what you play</source>
        <translation>Du bist nicht dran: Nur du hörst, was du spielst</translation>
    </message>
    <message>
        <source>You have no sound. The others hear you in {s:.1f} s</source>
        <translation>Du hast keinen Ton. Die anderen hören dich in {s:.1f} s</translation>
    </message>
    <message>
        <source>Your volume is 0. The others hear you in {s:.1f} s</source>
        <translation>Deine Lautstärke ist 0. Die anderen hören dich in {s:.1f} s</translation>
    </message>
    <message>
        <source>Your mixer silences everyone. The others hear you in {s:.1f} s</source>
        <translation>Dein Mixer macht alle stumm. Die anderen hören dich in {s:.1f} s</translation>
    </message>
    <message>
        <source>You are in the spotlight: everybody hears you louder in {s:.1f} s</source>
        <translation>Du stehst im Rampenlicht: Alle hören dich lauter in {s:.1f} s</translation>
    </message>
    <message>
        <source>{name} is in the spotlight: all others sound softer</source>
        <translation>{name} steht im Rampenlicht: Alle anderen klingen leiser</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s, together with everyone</source>
        <translation>Du hörst, was du spielst, in {s:.1f} s, zusammen mit allen</translation>
    </message>
    <message>
        <source>Connection lost: the others may not hear you</source>
        <translation>Verbindung weg: Die anderen hören dich vielleicht nicht</translation>
    </message>
    <message>
        <source>Your mixer silences everyone</source>
        <translation>Dein Mixer macht alle stumm</translation>
    </message>
    <message>
        <source>You are in the spotlight</source>
        <translation>Du stehst im Rampenlicht</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s</source>
        <translation>Du hörst, was du spielst, in {s:.1f} s</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>ms, letzte 60 s</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>PlotsCard</name>
    <message>
        <source>Latencies</source>
        <translation>Latenzen</translation>
    </message>
    <message>
        <source>Skews</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>das Bild konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>skew in ms (up: later), ± uncertainty</source>
        <translation>Versatz in ms (oben: später), ± Unsicherheit</translation>
    </message>
    <message>
        <source>skew in ms (up: later)</source>
        <translation>Versatz in ms (oben: später)</translation>
    </message>
    <message>
        <source>skew in ms</source>
        <translation>Versatz in ms</translation>
    </message>
    <message>
        <source>skew in ms (up: later); the band is its uncertainty</source>
        <translation>Versatz in ms (oben: später); das Band ist die Unsicherheit</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>räume</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>Die letzte Minute</numerusform>
            <numerusform>Die letzten %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the plots; measurements are still recorded</source>
        <translation>Die Kurven anhalten; Messungen werden weiter aufgezeichnet</translation>
    </message>
    <message>
        <source>one-way latency in ms</source>
        <translation>einfache Latenz in ms</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Both plots as a picture (PNG)…</source>
        <translation>Beide Kurven als Bild (PNG) …</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>All measurements as a table (CSV)…</source>
        <translation>Alle Messungen als Tabelle (CSV) …</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>points, last cycle</source>
        <translation>Punkte, letzter Zyklus</translation>
    </message>
    <message>
        <source>best at this tempo</source>
        <translation>Bestwert bei diesem Tempo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Keep my strokes coming round</source>
        <translation>Meine Schläge immer wiederkommen lassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Zu früh</translation>
    </message>
    <message>
        <source>On the beat</source>
        <translation>Auf den Punkt</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Start, wait for the count-in, and play with the guide. Each cycle gets up to 100 points.</source>
        <translation>Starte, warte das Einzählen ab und spiel mit dem Guide. Jeder Zyklus bringt bis zu 100 Punkte.</translation>
    </message>
    <message>
        <source>{ms} ms behind</source>
        <translation>{ms} ms zu spät</translation>
    </message>
    <message>
        <source>{ms} ms ahead</source>
        <translation>{ms} ms zu früh</translation>
    </message>
    <message>
        <source>Cycle {n}: {points} points, {side}, off by {spread} ms</source>
        <translation>Zyklus {n}: {points} Punkte, {side}, daneben um {spread} ms</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>A circle of your own</source>
        <translation>Dein eigener Kreis</translation>
    </message>
    <message>
        <source>Start after a count-in, or stop with the cycle (Ctrl+Enter)</source>
        <translation>Nach dem Einzählen starten, oder mit dem Zyklus stoppen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>Pads</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>Afoxé</source>
        <translation>Afoxé</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>Trommelkreis</translation>
    </message>
    <message>
        <source>Even strokes</source>
        <translation>Gleichmäßige Schläge</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Marsch</translation>
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
        <source>Taking turns</source>
        <translation>Reihum</translation>
    </message>
    <message>
        <source>They play</source>
        <translation>Sie spielen</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>latest cycles</source>
        <translation>letzte Zyklen</translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message>
        <source>Export the settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>New here? Four steps lead to your first stroke.</source>
        <translation>Neu hier? Vier Schritte führen zu deinem ersten Schlag.</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Schnellstart</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>As soon as struck</source>
        <translation>Sofort beim Schlagen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask once a day whether there is one</source>
        <translation>Einmal am Tag nachfragen, ob es eine gibt</translation>
    </message>
    <message>
        <source>Ask the router to open the port</source>
        <translation>Den Router bitten, den Port zu öffnen</translation>
    </message>
    <message>
        <source>Beats per minute</source>
        <translation>Schläge pro Minute</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>By invite</source>
        <translation>Mit Einladung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>Leiten</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Trommel</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Host and port, such as 127.0.0.1:9000</source>
        <translation>Rechner und Port, etwa 127.0.0.1:9000</translation>
    </message>
    <message>
        <source>How many play with you</source>
        <translation>Wie viele mit dir spielen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>In a cycle</source>
        <translation>In einem Zyklus</translation>
    </message>
    <message>
        <source>In the circles that you launch</source>
        <translation>In den Kreisen, die du startest</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Kit</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Anklopfen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lead it; needs the package linkpython-extern</source>
        <translation>Den Takt vorgeben; braucht das Paket linkpython-extern</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>Das Internet hereinlassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light, dark, or with high contrast</source>
        <translation>Hell, dunkel oder mit hohem Kontrast</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>MIDI-Clock mit Start, Stopp und Songposition</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>MIDI-Ausgang</translation>
    </message>
    <message>
        <source>Milliseconds, for late modules</source>
        <translation>Millisekunden, für späte Module</translation>
    </message>
    <message>
        <source>Milliseconds; Timing… measures it</source>
        <translation>Millisekunden; Timing … misst es</translation>
    </message>
    <message>
        <source>Milliseconds; time tags stay exact</source>
        <translation>Millisekunden; Zeitmarken bleiben genau</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung passt dazu.</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>Noten der Trommeln</translation>
    </message>
    <message>
        <source>Number in the cycle, length and speed</source>
        <translation>Nummer im Zyklus, dessen Länge und das Tempo</translation>
    </message>
    <message>
        <source>Of all windows</source>
        <translation>Aller Fenster</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On which strokes are sent; drums are on 10</source>
        <translation>Auf dem Schläge gesendet werden; Schlagzeug ist auf 10</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>Ton früher abspielen um</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profile …</translation>
    </message>
    <message>
        <source>Record each circle that you launch</source>
        <translation>Jeden Kreis aufnehmen, den du startest</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: all MIDI drums. Choose it while you play</source>
        <translation>Zurücksetzen: alle MIDI-Trommeln. Gewählt wird beim Spielen</translation>
    </message>
    <message>
        <source>Reset: none. Choose it while you play</source>
        <translation>Zurücksetzen: keiner. Wähle ihn beim Spielen</translation>
    </message>
    <message>
        <source>Reset: the built-in sounds. Choose it while you play</source>
        <translation>Zurücksetzen: eingebaute Klänge. Gewählt wird beim Spielen</translation>
    </message>
    <message>
        <source>Reset: the system&apos;s. Choose it while you play</source>
        <translation>Zurücksetzen: das des Systems. Gewählt wird beim Spielen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Send OSC to</source>
        <translation>OSC senden an</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>Früher senden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Tongerät</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Trommelschläge</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>That players connect to; 0: any free one</source>
        <translation>Mit dem man sich verbindet; 0: irgendein freier</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>Der Guide mit dem Einzählen</translation>
    </message>
    <message>
        <source>The hand goes from beat to beat</source>
        <translation>Der Zeiger geht von Schlag zu Schlag</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>Die Schläge der anderen</translation>
    </message>
    <message>
        <source>What is heard of the guide</source>
        <translation>Was vom Guide zu hören ist</translation>
    </message>
    <message>
        <source>What is heard of the players</source>
        <translation>Was von den Spielern zu hören ist</translation>
    </message>
    <message>
        <source>What the others call you</source>
        <translation>Wie die anderen dich nennen</translation>
    </message>
    <message>
        <source>When they are sent</source>
        <translation>Wann sie gesendet werden</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>Wenn sie wiederkommen</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Wer herein darf</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>Mit ihrem Klang</translation>
    </message>
    <message>
        <source>With which your drum module plays them</source>
        <translation>Mit denen dein Drum-Modul sie spielt</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>A profile keeps your settings under a name. Invites, hubs and recordings are not in it.</source>
        <translation>Ein Profil hält deine Einstellungen unter einem Namen fest. Einladungen, Hubs und Aufnahmen gehören nicht dazu.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Keep as profile</source>
        <translation>Als Profil behalten</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>Name eines neuen Profils</translation>
    </message>
    <message>
        <source>Name, such as “stage” or “Ana”</source>
        <translation>Name, etwa „Bühne“ oder „Ana“</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nehmen</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>The queue is empty. Add songs from the library (Alt+2) or with any MPD client.</source>
        <translation>Die Warteschlange ist leer. Füge Stücke aus der Bibliothek (Alt+2) oder mit irgendeinem MPD-Client hinzu.</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>{title}, current song</source>
        <translation>{title}, aktuelles Stück</translation>
    </message>
</context>
<context>
    <name>QuickStart</name>
    <message>
        <source>A MIDI drum plays as soon as it is plugged in. A real drum plays through a microphone: press Microphone… while you play. Without either, strike the pads with the mouse or the keys on them.</source>
        <translation>Eine MIDI-Trommel spielt, sobald sie angeschlossen ist. Eine echte Trommel spielt über ein Mikrofon: Drücke beim Spielen Mikrofon … Ohne beides schlägst du die Pads mit der Maus oder den Tasten darauf.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Everything you play comes round one turn of the ring later, and then everybody hears it. Try it by yourself with Practice, or paste an invite under Join.</source>
        <translation>Alles, was du spielst, kommt eine Runde des Rings später wieder, und dann hören es alle. Probier es mit Üben für dich allein, oder füge unter Mitspielen eine Einladung ein.</translation>
    </message>
    <message>
        <source>In which language do you want to read?</source>
        <translation>In welcher Sprache möchtest du lesen?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Schnellstart</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>What the others in the circle call you.</source>
        <translation>Wie die anderen im Kreis dich nennen.</translation>
    </message>
    <message>
        <source>Your drum</source>
        <translation>Deine Trommel</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>Finding out who can come in …</source>
        <translation>Finde heraus, wer herein kann …</translation>
    </message>
    <message>
        <source>The router is being asked. This takes some seconds.</source>
        <translation>Der Router wird gefragt. Das dauert ein paar Sekunden.</translation>
    </message>
    <message>
        <source>The circle is for this computer only, or the computer is not in a network.</source>
        <translation>Der Kreis ist nur für diesen Computer, oder der Computer ist in keinem Netz.</translation>
    </message>
    <message>
        <source>IPv6 is the newer kind of internet address, which not every player has. For the others, launch the circle on a hub. If players with IPv6 cannot connect, let port {port} through your router&apos;s firewall.</source>
        <translation>IPv6 ist die neuere Art von Internetadresse, die nicht alle haben. Starte den Kreis für die anderen auf einem Hub. Wenn sich auch mit IPv6 niemand verbinden kann, lass Port {port} durch die Firewall deines Routers.</translation>
    </message>
    <message>
        <source>If players cannot connect, let Drum Circle through this computer&apos;s firewall.</source>
        <translation>Wenn sich niemand verbinden kann, lass Drum Circle durch die Firewall dieses Computers.</translation>
    </message>
    <message>
        <source>Only players on this computer can come in</source>
        <translation>Nur wer an diesem Computer sitzt, kann herein</translation>
    </message>
    <message>
        <source>Only players on this network can come in so far</source>
        <translation>Bisher kann nur herein, wer in diesem Netz ist</translation>
    </message>
    <message>
        <source>Only players on this network can come in</source>
        <translation>Nur wer in diesem Netz ist, kann herein</translation>
    </message>
    <message>
        <source>Only players with IPv6 can come in</source>
        <translation>Nur wer IPv6 hat, kann herein</translation>
    </message>
    <message>
        <source>Players anywhere on the internet can come in</source>
        <translation>Von überall im Internet kann man herein</translation>
    </message>
    <message>
        <source>Players at your place can join. For the others, forward port {port} to this computer in your router&apos;s settings, or launch the circle on a hub.</source>
        <translation>Wer bei dir ist, kann mitspielen. Für die anderen leite in den Einstellungen deines Routers Port {port} an diesen Computer weiter, oder starte den Kreis auf einem Hub.</translation>
    </message>
    <message>
        <source>The hub has tried it: your router passes players on to this computer.</source>
        <translation>Der Hub hat es versucht: Dein Router leitet Leute an diesen Computer weiter.</translation>
    </message>
    <message>
        <source>The hub has tried to connect to this computer, and could not: a firewall keeps players out. Let port {port} through, in this computer&apos;s firewall and in your router&apos;s, or launch the circle on a hub.</source>
        <translation>Der Hub hat versucht, sich mit diesem Computer zu verbinden, und konnte es nicht: Eine Firewall hält die Leute draußen. Lass Port {port} durch, in der Firewall dieses Computers und in der deines Routers, oder starte den Kreis auf einem Hub.</translation>
    </message>
    <message>
        <source>Your router can let in players from the internet until the circle ends. Let it do so?</source>
        <translation>Dein Router kann Leute aus dem Internet hereinlassen, bis der Kreis endet. Soll er das?</translation>
    </message>
    <message>
        <source>Your router passes players on to this computer until the circle ends.</source>
        <translation>Dein Router leitet Leute an diesen Computer weiter, bis der Kreis endet.</translation>
    </message>
    <message>
        <source>Your router is itself behind another one, at your place or at your provider&apos;s. So players elsewhere cannot reach you. For them, launch the circle on a hub.</source>
        <translation>Dein Router steht selbst hinter einem anderen, bei dir oder bei deinem Anbieter. Darum können andere dich nicht erreichen. Starte den Kreis für sie auf einem Hub.</translation>
    </message>
    <message>
        <source>Your router did not open the port: {why}.</source>
        <translation>Dein Router hat den Port nicht geöffnet: {why}.</translation>
    </message>
    <message>
        <source>Close it again</source>
        <translation>Wieder schließen</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>Das Internet hereinlassen</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>Address in the invites</source>
        <translation>Adresse in den Einladungen</translation>
    </message>
    <message>
        <source>Choose an address, or type another one, such as the name of your router</source>
        <translation>Wähle eine Adresse, oder gib eine andere ein, etwa den Namen deines Routers</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>dieses Netz</translation>
    </message>
    <message>
        <source>this provider</source>
        <translation>dieser Anbieter</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>wie von dir eingegeben</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>RecapView</name>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n Zyklus</numerusform>
            <numerusform>%n Zyklen</numerusform>
        </translation>
    </message>
    <message>
        <source>As a sound that can be repeated without a gap</source>
        <translation>Als Ton, der sich ohne Lücke wiederholen lässt</translation>
    </message>
    <message>
        <source>Back to the recordings (Esc)</source>
        <translation>Zurück zu den Aufnahmen (Esc)</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>Für einen Sequencer: eine Spur pro Person</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>MIDI-Dateien (*.mid)</translation>
    </message>
    <message>
        <source>Play this cycle again and again (Enter)</source>
        <translation>Diesen Zyklus immer wieder abspielen (Eingabe)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Spielende</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Save as MIDI…</source>
        <translation>Als MIDI …</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Als WAV …</translation>
    </message>
    <message>
        <source>Save the loop</source>
        <translation>Loop speichern</translation>
    </message>
    <message>
        <source>Show the tightest cycle</source>
        <translation>Den engsten Zyklus zeigen</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>Tondateien (*.wav)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation>Engster</translation>
    </message>
    <message>
        <source>To paste it into a mail, a chat or a folder</source>
        <translation>Um sie in eine Mail, einen Chat oder einen Ordner einzufügen</translation>
    </message>
    <message>
        <source>a few strokes</source>
        <translation>ein paar Schläge</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>the tightest</source>
        <translation>der engste</translation>
    </message>
    <message>
        <source>together within {around}</source>
        <translation>zusammen auf {around}</translation>
    </message>
    <message>
        <source>{circle}, cycle {number}</source>
        <translation>{circle}, Zyklus {number}</translation>
    </message>
</context>
<context>
    <name>RecentCircles</name>
    <message>
        <source>{circle} at {host}</source>
        <translation>{circle} auf {host}</translation>
    </message>
    <message>
        <source>Double-click, or press Enter, to join again</source>
        <translation>Doppelklick oder Eingabe, um wieder mitzuspielen</translation>
    </message>
</context>
<context>
    <name>RecordingsList</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} und {more} weitere</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation>
            <numerusform>%Ln Schlag</numerusform>
            <numerusform>%Ln Schläge</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} · unfinished</source>
        <translation>{size} · unvollendet</translation>
    </message>
</context>
<context>
    <name>RecordingsView</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <source>Every circle you play in is recorded. You find it here as soon as you have left it.</source>
        <translation>Jeder Kreis, in dem du spielst, wird aufgenommen. Du findest ihn hier, sobald du ihn verlassen hast.</translation>
    </message>
    <message>
        <source>Rename the recording</source>
        <translation>Aufnahme umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>MIDI-Dateien (*.mid)</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>Tondateien (*.wav)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Back to logging in</source>
        <translation>Zurück zur Anmeldung</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>One-time code, for the hub&apos;s first administrator only</source>
        <translation>Einmal-Code, nur für den, der den Hub eingerichtet hat</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort noch einmal</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove {room} from the group?</source>
        <translation>{room} aus der Gruppe entfernen?</translation>
    </message>
    <message>
        <source>Its music plays on, but no longer together with the others. Its offset and volume trim are lost.</source>
        <translation>Die Musik dort spielt weiter, aber nicht mehr zusammen mit den anderen. Versatz und Lautstärkeabgleich gehen verloren.</translation>
    </message>
    <message>
        <source>Remove a room</source>
        <translation>Raum entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>RemoveMemberQuestion</name>
    <message>
        <source>Remove a member</source>
        <translation>Mitglied entfernen</translation>
    </message>
    <message>
        <source>Remove {name} from the circle?</source>
        <translation>{name} aus dem Kreis entfernen?</translation>
    </message>
    <message>
        <source>{name} is disconnected and hears nothing more.</source>
        <translation>{name} wird getrennt und hört nichts mehr.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>RenewButton</name>
    <message>
        <source>Replace both invites…</source>
        <translation>Beide Einladungen ersetzen …</translation>
    </message>
</context>
<context>
    <name>RenewQuestion</name>
    <message>
        <source>Nobody can join with the old invite for players or for conductors any more. Everybody who is in the circle stays in it. Other conductors are told, and get the new ones. Limited invites stay valid.</source>
        <translation>Mit der alten Einladung zum Mitspielen oder zum Leiten kann niemand mehr beitreten. Alle, die im Kreis sind, bleiben darin. Andere Leitende erfahren davon und bekommen die neuen. Begrenzte Einladungen bleiben gültig.</translation>
    </message>
    <message>
        <source>Replace both invites by new ones?</source>
        <translation>Beide Einladungen durch neue ersetzen?</translation>
    </message>
    <message>
        <source>Replace both invites</source>
        <translation>Beide Einladungen ersetzen</translation>
    </message>
    <message>
        <source>Replace both</source>
        <translation>Beide ersetzen</translation>
    </message>
    <message>
        <source>Keep the old ones</source>
        <translation>Alte behalten</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ging schief</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>Etwas Unerwartetes ging schief</translation>
    </message>
    <message>
        <source>Drum Circle keeps running, but something may not work. Please send us this report.</source>
        <translation>Drum Circle läuft weiter, aber etwas funktioniert vielleicht nicht. Bitte schick uns diesen Bericht.</translation>
    </message>
    <message numerus="yes">
        <source>{summary} (and %n more)</source>
        <translation>
            <numerusform>{summary} (und %n weiterer)</numerusform>
            <numerusform>{summary} (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>finding the beat</source>
        <translation>suche den Schlag</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>waiting to be let in</source>
        <translation>warte auf Einlass</translation>
    </message>
    <message numerus="yes">
        <source>{cue} in %n beat(s)</source>
        <translation>
            <numerusform>{cue} in %n Schlag</numerusform>
            <numerusform>{cue} in %n Schlägen</numerusform>
        </translation>
    </message>
    <message>
        <source>{cue} in</source>
        <translation>{cue} in</translation>
    </message>
    <message>
        <source>{who}: {cue}</source>
        <translation>{who}: {cue}</translation>
    </message>
    <message>
        <source>press Start</source>
        <translation>drücke Start</translation>
    </message>
    <message>
        <source>waiting for the conductor</source>
        <translation>warte auf die Leitung</translation>
    </message>
    <message>
        <source>you are not in the circle</source>
        <translation>du bist nicht im Kreis</translation>
    </message>
    <message>
        <source>connecting again</source>
        <translation>verbinde neu</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>Mach dich bereit</translation>
    </message>
    <message>
        <source>begins in {s:.0f} s</source>
        <translation>beginnt in {s:.0f} s</translation>
    </message>
    <message>
        <source>stops in {s:.0f} s</source>
        <translation>stoppt in {s:.0f} s</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm, {beats} beats in {s:.0f} s</source>
        <translation>{bpm:.4g} bpm, {beats} Schläge in {s:.0f} s</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm in {s:.0f} s</source>
        <translation>{bpm:.4g} bpm in {s:.0f} s</translation>
    </message>
    <message>
        <source>{beats} beats in {s:.0f} s</source>
        <translation>{beats} Schläge in {s:.0f} s</translation>
    </message>
    <message>
        <source>beat {number} of {beats}</source>
        <translation>Schlag {number} von {beats}</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>{name}, on beat {beat}</source>
        <translation>{name}, auf Schlag {beat}</translation>
    </message>
    <message>
        <source> of cycle {cycle}</source>
        <translation> von Zyklus {cycle}</translation>
    </message>
    <message>
        <source>, comes round in {wait} s</source>
        <translation>, kommt wieder in {wait} s</translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n Spieler</numerusform>
            <numerusform>%n Spielende</numerusform>
        </translation>
    </message>
    <message>
        <source>playing at {bpm} beats per minute</source>
        <translation>spielt mit {bpm} Schlägen pro Minute</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>steht still</translation>
    </message>
    <message>
        <source>{name} chosen</source>
        <translation>{name} gewählt</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{name} · {where}</source>
        <translation>{name} · {where}</translation>
    </message>
    <message>
        <source>Found in this network:</source>
        <translation>In diesem Netz gefunden:</translation>
    </message>
    <message>
        <source>Searching for MPD servers in this network…</source>
        <translation>Suche MPD-Server in diesem Netz …</translation>
    </message>
    <message>
        <source>No other MPD server was found. Enter its address below; servers that do not announce themselves (zeroconf_enabled in mpd.conf) cannot be found.</source>
        <translation>Kein anderer MPD-Server wurde gefunden. Gib seine Adresse unten ein; Server, die sich nicht melden (zeroconf_enabled in mpd.conf), lassen sich nicht finden.</translation>
    </message>
    <message>
        <source>Enter the computer&apos;s name or address.</source>
        <translation>Gib Namen oder Adresse des Computers ein.</translation>
    </message>
    <message>
        <source>Another room has this name. Choose a different one.</source>
        <translation>Ein anderer Raum heißt schon so. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>{room} has this address already.</source>
        <translation>{room} hat diese Adresse schon.</translation>
    </message>
    <message>
        <source>Music folder of this room</source>
        <translation>Musikordner dieses Raums</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Raum hinzufügen</translation>
    </message>
    <message>
        <source>Any computer that runs MPD, the Music Player Daemon, can be a room.</source>
        <translation>Jeder Computer, auf dem MPD läuft, der Music Player Daemon, kann ein Raum sein.</translation>
    </message>
    <message>
        <source>Found in this network</source>
        <translation>In diesem Netz gefunden</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Küche</translation>
    </message>
    <message>
        <source>kitchen.local or 192.168.1.20</source>
        <translation>kueche.local oder 192.168.1.20</translation>
    </message>
    <message>
        <source>only if MPD asks for one</source>
        <translation>nur, wenn MPD danach fragt</translation>
    </message>
    <message>
        <source>/srv/music, or pi@kitchen.local:Music by SFTP</source>
        <translation>/srv/music, oder pi@kueche.local:Music über SFTP</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Computer, port</source>
        <translation>Computer, Port</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Music folder</source>
        <translation>Musikordner</translation>
    </message>
    <message>
        <source>Needed only for uploads to this room.</source>
        <translation>Nur nötig, um in diesen Raum hochzuladen.</translation>
    </message>
</context>
<context>
    <name>RoomsCard</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>Mittippen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Raum hinzufügen</translation>
    </message>
    <message>
        <source>1 room</source>
        <translation>1 Raum</translation>
    </message>
    <message>
        <source>All rooms are off</source>
        <translation>Alle Räume sind aus</translation>
    </message>
    <message>
        <source>All {n} rooms together</source>
        <translation>Alle {n} Räume zusammen</translation>
    </message>
    <message>
        <source>{n} rooms play, not measured yet</source>
        <translation>{n} Räume spielen, noch nicht gemessen</translation>
    </message>
    <message>
        <source>{n} of {all} rooms together, {rest} not measured yet</source>
        <translation>{n} von {all} Räumen zusammen, {rest} noch nicht gemessen</translation>
    </message>
    <message>
        <source>{n} of {all} rooms together</source>
        <translation>{n} von {all} Räumen zusammen</translation>
    </message>
    <message>
        <source>Address, password and music folder (Enter)</source>
        <translation>Adresse, Passwort und Musikordner (Eingabe)</translation>
    </message>
    <message>
        <source>Find the right offset by ear (T)</source>
        <translation>Den richtigen Versatz nach Gehör finden (T)</translation>
    </message>
    <message>
        <source>Remove the room from the group (Delete)</source>
        <translation>Den Raum aus der Gruppe entfernen (Entf)</translation>
    </message>
    <message>
        <source>Enter its address, or choose one found in your network (Ctrl+N)</source>
        <translation>Gib seine Adresse ein, oder wähle einen, der im Netz gefunden wurde (Strg+N)</translation>
    </message>
</context>
<context>
    <name>RoomsDelegate</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Volume trim</source>
        <translation>Lautstärkeabgleich</translation>
    </message>
    <message>
        <source>Offset in milliseconds</source>
        <translation>Versatz in Millisekunden</translation>
    </message>
</context>
<context>
    <name>RoomsHeader</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>So verbindest du</translation>
    </message>
    <message>
        <source>closed for MPD clients</source>
        <translation>zu für MPD-Clients</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n Client</numerusform>
            <numerusform>%n Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>MPD clients: {place} · {clients}</source>
        <translation>MPD-Clients: {place} · {clients}</translation>
    </message>
    <message>
        <source>{place} · {clients}</source>
        <translation>{place} · {clients}</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>How a phone or another MPD client connects to the rooms</source>
        <translation>Wie sich ein Telefon oder ein anderer MPD-Client mit den Räumen verbindet</translation>
    </message>
</context>
<context>
    <name>RoomsModel</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbinde</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>kommt dazu</translation>
    </message>
    <message>
        <source>together</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>without this song</source>
        <translation>ohne dieses Stück</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>joins with the next song</source>
        <translation>kommt mit dem nächsten Stück dazu</translation>
    </message>
    <message>
        <source>receives the queue</source>
        <translation>erhält die Warteschlange</translation>
    </message>
    <message>
        <source>not controlled</source>
        <translation>nicht gesteuert</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>%n Stück fehlt</numerusform>
            <numerusform>%n Stücke fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>lead room</source>
        <translation>Leitraum</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} ms</translation>
    </message>
    <message>
        <source>{0:.0%} lost</source>
        <translation>{0:.0%} verloren</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>skew</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>offset, ms</source>
        <translation>Versatz, ms</translation>
    </message>
    <message>
        <source>Time a command takes to reach the room</source>
        <translation>Zeit, die ein Befehl bis zum Raum braucht</translation>
    </message>
    <message>
        <source>How much later than the reference room it sounds, with the uncertainty (±)</source>
        <translation>Wie viel später als im Bezugsraum es klingt, mit der Unsicherheit (±)</translation>
    </message>
    <message>
        <source>How much louder than the group&apos;s volume, in points (+ and − keys; double-click to type)</source>
        <translation>Wie viel lauter als die Gruppe, in Punkten (Tasten + und −; Doppelklick zum Eintippen)</translation>
    </message>
    <message>
        <source>How much later the room should sound (← and → keys, with Shift by 10; double-click to type)</source>
        <translation>Wie viel später der Raum klingen soll (Tasten ← und →, mit Umschalt um 10; Doppelklick zum Eintippen)</translation>
    </message>
    <message>
        <source>Whether the room plays with the group (Space)</source>
        <translation>Ob der Raum mit der Gruppe spielt (Leertaste)</translation>
    </message>
</context>
<context>
    <name>RoomsStartCard</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Keeps the music players (MPD) of all your rooms together.</source>
        <translation>Hält die Musikplayer (MPD) all deiner Räume zusammen.</translation>
    </message>
    <message>
        <source>Add your rooms, or have them found. Then play music from here or from any MPD client: all rooms start together and stay together.</source>
        <translation>Füge deine Räume hinzu, oder lass sie suchen. Dann spiel Musik von hier oder mit irgendeinem MPD-Client: Alle Räume beginnen zusammen und bleiben zusammen.</translation>
    </message>
    <message>
        <source>Open the rooms</source>
        <translation>Räume öffnen</translation>
    </message>
</context>
<context>
    <name>RoomsTable</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Tap along…</source>
        <translation>Mittippen …</translation>
    </message>
    <message>
        <source>Type the volume…</source>
        <translation>Lautstärke eintippen …</translation>
    </message>
    <message>
        <source>Type the offset…</source>
        <translation>Versatz eintippen …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>RoomsTabs</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>%Ln Stück</numerusform>
            <numerusform>%Ln Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>{songs} · {length}</source>
        <translation>{songs} · {length}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Alt+{n}</source>
        <translation>Alt+{n}</translation>
    </message>
    <message>
        <source>Remove all songs from the queue</source>
        <translation>Alle Stücke aus der Warteschlange nehmen</translation>
    </message>
</context>
<context>
    <name>RoomsView</name>
    <message>
        <source>No rooms yet</source>
        <translation>Noch keine Räume</translation>
    </message>
    <message>
        <source>The plots could not be exported: {why}</source>
        <translation>Die Kurven konnten nicht exportiert werden: {why}</translation>
    </message>
    <message>
        <source>Try another folder.</source>
        <translation>Versuch einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A room is any computer with speakers that runs MPD, the Music Player Daemon. All rooms you add play the same music at the same moment, and any MPD client controls them.</source>
        <translation>Ein Raum ist ein Computer mit Lautsprechern, auf dem MPD läuft, der Music Player Daemon. Alle Räume, die du hinzufügst, spielen dieselbe Musik im selben Moment, und jeder MPD-Client steuert sie.</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>Raum hinzufügen</translation>
    </message>
    <message>
        <source>Look for rooms</source>
        <translation>Räume suchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>RosterDesk</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Search the players</source>
        <translation>Leute suchen</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>Die Leitung hat dich aus dem Kreis entfernt.</translation>
    </message>
    <message>
        <source>{name} was removed and cannot come back for 10 minutes.</source>
        <translation>{name} wurde entfernt und kann 10 Minuten lang nicht wiederkommen.</translation>
    </message>
    <message>
        <source>{name} may come back.</source>
        <translation>{name} darf wiederkommen.</translation>
    </message>
    <message>
        <source>The same invite works again.</source>
        <translation>Dieselbe Einladung gilt wieder.</translation>
    </message>
</context>
<context>
    <name>RosterHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>RosterMenu</name>
    <message>
        <source>Why do I not hear them?</source>
        <translation>Warum höre ich diese Person nicht?</translation>
    </message>
    <message>
        <source>Only this player</source>
        <translation>Nur diese Person</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Level for all</source>
        <translation>Pegel für alle</translation>
    </message>
    <message>
        <source>{level} %</source>
        <translation>{level} %</translation>
    </message>
    <message>
        <source>End the spotlight</source>
        <translation>Rampenlicht beenden</translation>
    </message>
    <message>
        <source>Spotlight: louder than all others</source>
        <translation>Rampenlicht: lauter als alle anderen</translation>
    </message>
    <message>
        <source>Take back conducting</source>
        <translation>Leitung zurücknehmen</translation>
    </message>
    <message>
        <source>Let this player conduct</source>
        <translation>Diese Person leiten lassen</translation>
    </message>
    <message>
        <source>The player&apos;s name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>has left</source>
        <translation>ist gegangen</translation>
    </message>
    <message>
        <source>away</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>How late this player plays on average (minus: early), and how much that varies</source>
        <translation>Wie spät diese Person im Mittel spielt (minus: früh), und wie sehr das schwankt</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>Rampenlicht</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>Timing</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>conductor</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>{0:,.0f} ms</source>
        <translation>{0:,.0f} ms</translation>
    </message>
    <message>
        <source>{late:+.0f} ±{around:.0f} ms</source>
        <translation>{late:+.0f} ±{around:.0f} ms</translation>
    </message>
    <message>
        <source>±{0:,.1f} ms</source>
        <translation>±{0:,.1f} ms</translation>
    </message>
    <message>
        <source>{0:.2f} s</source>
        <translation>{0:.2f} s</translation>
    </message>
    <message>
        <source>round trip</source>
        <translation>Umlauf</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>early by</source>
        <translation>früh um</translation>
    </message>
    <message>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <source>Time a message takes to the server and back</source>
        <translation>Zeit, die eine Nachricht zum Server und zurück braucht</translation>
    </message>
    <message>
        <source>Largest possible error of this player&apos;s clock</source>
        <translation>Größtmöglicher Fehler der Uhr dieser Person</translation>
    </message>
    <message>
        <source>How long before they sound this player&apos;s strokes reach everybody</source>
        <translation>Wie lange, bevor sie klingen, die Schläge dieser Person bei allen ankommen</translation>
    </message>
    <message>
        <source>Strokes of the last minute that reached this player too late and were not played</source>
        <translation>Schläge der letzten Minute, die bei dieser Person zu spät ankamen und nicht gespielt wurden</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Laut schalten</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>{name} laut schalten</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>{name} stummschalten</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mehr für {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Message {name}</source>
        <translation>Nachricht an {name}</translation>
    </message>
    <message>
        <source>Write to this member alone (Enter)</source>
        <translation>Nur diesem Mitglied schreiben (Eingabe)</translation>
    </message>
    <message>
        <source>Nobody hears a muted member (M)</source>
        <translation>Ein stummes Mitglied hört niemand (M)</translation>
    </message>
    <message>
        <source>Remove this member from the circle (Delete)</source>
        <translation>Dieses Mitglied aus dem Kreis entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>RosterSearch</name>
    <message>
        <source>Name or part</source>
        <translation>Name oder Stimme</translation>
    </message>
    <message>
        <source>Search the players by name or part</source>
        <translation>Leute nach Name oder Stimme suchen</translation>
    </message>
    <message>
        <source>Search the players by name or part (Ctrl+F)</source>
        <translation>Leute nach Name oder Stimme suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Which players are shown</source>
        <translation>Wer gezeigt wird</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
</context>
<context>
    <name>RosterTable</name>
    <message>
        <source>Players</source>
        <translation>Spielende</translation>
    </message>
    <message>
        <source>Message {name}</source>
        <translation>Nachricht an {name}</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>{name} laut schalten</translation>
    </message>
    <message>
        <source>Mute {name} for everyone</source>
        <translation>{name} für alle stummschalten</translation>
    </message>
    <message>
        <source>Remove {name}…</source>
        <translation>{name} entfernen …</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>kept</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch offen</translation>
    </message>
</context>
<context>
    <name>SideStack</name>
    <message>
        <source>Round trips</source>
        <translation>Umlaufzeiten</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>ms, letzte 60 s</translation>
    </message>
</context>
<context>
    <name>Sounds</name>
    <message>
        <source>Agogo, high</source>
        <translation>Agogô, hoch</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>Agogô, tief</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>Bassnote</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>Bongo, hoch</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>Bongo, tief</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>Händeklatschen</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Conga, low</source>
        <translation>Conga, tief</translation>
    </message>
    <message>
        <source>Conga, open</source>
        <translation>Conga, offen</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>Conga, Slap</translation>
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
        <translation>Djembe, Bass</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>Djembe, Slap</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>Djembe, Tone</translation>
    </message>
    <message>
        <source>Dundun</source>
        <translation>Dundun</translation>
    </message>
    <message>
        <source>Guiro</source>
        <translation>Guiro</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>Hi-Hat, zu</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>Hi-Hat, offen</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>Hi-Hat, Pedal</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>Bassdrum</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Ride</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>Ride, Glocke</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>Shaker</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>Sidestick</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>Snare</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>Tamburin</translation>
    </message>
    <message>
        <source>Timbale</source>
        <translation>Timbale</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>Tom, hoch</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>Tom, tief</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>Tom, mittel</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Triangel</translation>
    </message>
    <message>
        <source>Triangle, muted</source>
        <translation>Triangel, gedämpft</translation>
    </message>
    <message>
        <source>Wood block</source>
        <translation>Holzblock</translation>
    </message>
</context>
<context>
    <name>SpotlightLine</name>
    <message>
        <source>End spotlight</source>
        <translation>Rampenlicht aus</translation>
    </message>
    <message>
        <source>{name} is in the spotlight</source>
        <translation>{name} steht im Rampenlicht</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Play, export and rename what was recorded (Ctrl+R)</source>
        <translation>Anhören, exportieren und umbenennen, was aufgenommen wurde (Strg+R)</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>How to begin, and what to do when something does not work (F1)</source>
        <translation>Wie du anfängst, und was zu tun ist, wenn etwas nicht geht (F1)</translation>
    </message>
    <message>
        <source>Language, look, sound and more, with a search (Ctrl+,)</source>
        <translation>Sprache, Aussehen, Ton und mehr, mit Suche (Strg+,)</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Waiting to be let in to “{circle}” …</source>
        <translation>Warte auf Einlass bei „{circle}“ …</translation>
    </message>
    <message>
        <source>You have played. See each cycle, how tight you were, and keep a loop of it.</source>
        <translation>Du hast gespielt. Sieh dir jeden Zyklus an, wie eng ihr wart, und behalte einen Loop davon.</translation>
    </message>
    <message>
        <source>Play by yourself, with a guide, bots and a score (Ctrl+T)</source>
        <translation>Spiel allein, mit Guide, Bots und Punkten (Strg+T)</translation>
    </message>
    <message>
        <source>You are invited to “{circle}” at {host}.</source>
        <translation>Du bist zu „{circle}“ auf {host} eingeladen.</translation>
    </message>
    <message>
        <source>Check your name, then press Join.</source>
        <translation>Prüfe deinen Namen, dann drücke Mitspielen.</translation>
    </message>
    <message>
        <source>Connecting to “{circle}” at {host} …</source>
        <translation>Verbinde mit „{circle}“ auf {host} …</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Everyone hears everyone one turn of the ring later, exactly in time, anywhere in the world.</source>
        <translation>Alle hören alle eine Runde des Rings später, genau im Takt, überall auf der Welt.</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>TapDialog</name>
    <message>
        <source>Tap along</source>
        <translation>Mittippen</translation>
    </message>
    <message>
        <source>Tap here, or on any key</source>
        <translation>Tippe hier oder auf irgendeiner Taste</translation>
    </message>
    <message>
        <source>2  In {room}</source>
        <translation>2  In {room}</translation>
    </message>
    <message>
        <source>1  In another room</source>
        <translation>1  In einem anderen Raum</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>Versatz setzen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Set the offset to {ms} ms</source>
        <translation>Versatz auf {ms} ms setzen</translation>
    </message>
    <message>
        <source>Your taps had different speeds in the two rooms. Tap every beat in both: start again.</source>
        <translation>Du hast in den beiden Räumen verschieden schnell getippt. Tippe in beiden jeden Schlag: fang von vorn an.</translation>
    </message>
    <message>
        <source>Good. A few more taps make it more exact; then go to {room} and press 2.</source>
        <translation>Gut. Ein paar weitere Tipper machen es genauer; dann geh zu {room} und drücke 2.</translation>
    </message>
    <message>
        <source>the other room</source>
        <translation>dem anderen Raum</translation>
    </message>
    <message>
        <source>Tap each beat of the music in {room}: at least eight taps.</source>
        <translation>Tippe jeden Schlag der Musik in {room}: mindestens acht.</translation>
    </message>
    <message numerus="yes">
        <source>%n more tap(s)</source>
        <translation>
            <numerusform>noch %n-mal tippen</numerusform>
            <numerusform>noch %n-mal tippen</numerusform>
        </translation>
    </message>
    <message>
        <source>Your taps vary too much. Tap a little longer, or start again.</source>
        <translation>Du tippst zu ungleichmäßig. Tippe etwas länger, oder fang von vorn an.</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms later (±{error} ms).</source>
        <translation>{room} klingt {ms} ms später (±{error} ms).</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms earlier (±{error} ms).</source>
        <translation>{room} klingt {ms} ms früher (±{error} ms).</translation>
    </message>
    <message>
        <source>For a more exact result, tap once more in the first room.</source>
        <translation>Für ein genaueres Ergebnis tippe noch einmal im ersten Raum.</translation>
    </message>
    <message>
        <source>Tap along in {room}</source>
        <translation>Tippe in {room} mit</translation>
    </message>
    <message>
        <source>Amplifiers and wireless speakers add a delay that the program cannot measure. Carry this computer along: tap to a steady song in a room that sounds right, then in {room}. If you hear both rooms at once, turn one of them down.</source>
        <translation>Verstärker und Funklautsprecher verzögern den Ton, und das Programm kann das nicht messen. Trag diesen Computer mit dir: Tippe zu einem gleichmäßigen Stück in einem Raum, der richtig klingt, dann in {room}. Wenn du beide Räume zugleich hörst, dreh einen leiser.</translation>
    </message>
</context>
<context>
    <name>TextQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>Last cycle: together within {ms} ms</source>
        <translation>Letzter Zyklus: zusammen auf {ms} ms</translation>
    </message>
    <message>
        <source>Play a cycle to see how tight you are</source>
        <translation>Spiel einen Zyklus, um zu sehen, wie eng ihr zusammen seid</translation>
    </message>
    <message>
        <source>Together: –</source>
        <translation>Zusammen: –</translation>
    </message>
    <message>
        <source>Within {ms} ms</source>
        <translation>Auf {ms} ms</translation>
    </message>
    <message>
        <source>on the beat</source>
        <translation>auf dem Schlag</translation>
    </message>
    <message>
        <source>{mean}, give or take {ms} ms</source>
        <translation>{mean}, mal mehr, mal weniger um {ms} ms</translation>
    </message>
    <message>
        <source>{ms} ms early</source>
        <translation>{ms} ms zu früh</translation>
    </message>
    <message>
        <source>{ms} ms late</source>
        <translation>{ms} ms zu spät</translation>
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
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Everybody may see my timing</source>
        <translation>Alle dürfen mein Timing sehen</translation>
    </message>
    <message>
        <source>Nobody else shows their timing yet.</source>
        <translation>Noch zeigt sonst niemand sein Timing.</translation>
    </message>
    <message>
        <source>Others who show theirs</source>
        <translation>Andere, die ihres zeigen</translation>
    </message>
    <message>
        <source>Otherwise only you and the conductor see it</source>
        <translation>Sonst sehen es nur du und die Leitung</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>Spiel, um dein Timing zu sehen</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammenspiel</translation>
    </message>
    <message>
        <source>You: {timing}</source>
        <translation>Du: {timing}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Previous song</source>
        <translation>Vorheriges Stück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Nächstes Stück</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>{at} / {length}</source>
        <translation>{at} / {length}</translation>
    </message>
    <message>
        <source>Position in the song</source>
        <translation>Position im Stück</translation>
    </message>
</context>
<context>
    <name>UpdateNotices</name>
    <message>
        <source>Version {version} of Drum Circle is available. You have {now}.</source>
        <translation>Drum Circle {version} ist da; dies hier ist {now}.</translation>
    </message>
    <message>
        <source>It then asks {host} once a day, and sends nothing about you.</source>
        <translation>Es fragt dann einmal am Tag {host} und sendet nichts über dich.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Should Drum Circle tell you when there is a newer version?</source>
        <translation>Soll Drum Circle sagen, wenn es eine neuere Version gibt?</translation>
    </message>
    <message>
        <source>Yes, tell me</source>
        <translation>Ja, sag Bescheid</translation>
    </message>
</context>
<context>
    <name>UploadLine</name>
    <message>
        <source>Upload to {room}</source>
        <translation>Nach {room} hochladen</translation>
    </message>
    <message>
        <source>copied; the room is updating its library</source>
        <translation>kopiert; der Raum aktualisiert seine Bibliothek</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>fehlgeschlagen: {why}</translation>
    </message>
    <message>
        <source>{done} of {size} · {file}</source>
        <translation>{done} von {size} · {file}</translation>
    </message>
</context>
<context>
    <name>VelocityPlot</name>
    <message>
        <source>Velocity curve: how hard you strike, and how loud it sounds</source>
        <translation>Anschlagkurve: wie fest du schlägst, und wie laut es klingt</translation>
    </message>
</context>
<context>
    <name>YouCard</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>Spiel, um dein Timing zu sehen</translation>
    </message>
    <message>
        <source>All MIDI drums</source>
        <translation>Alle Drums</translation>
    </message>
    <message>
        <source>System sound</source>
        <translation>Systemton</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Timing…</source>
        <translation>Timing …</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>Mixer</translation>
    </message>
    <message>
        <source>Mixer, {n} silenced</source>
        <translation>Mixer, {n} stumm</translation>
    </message>
    <message>
        <source>Playing: {ports}</source>
        <translation>Spielt: {ports}</translation>
    </message>
    <message>
        <source>Keys and pads</source>
        <translation>Tasten und Pads</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Together: how tightly all of you play</source>
        <translation>Zusammenspiel: wie eng ihr alle zusammen spielt</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n dropout(s)</source>
        <translation>
            <numerusform>{ms} ms · %n Aussetzer</numerusform>
            <numerusform>{ms} ms · %n Aussetzer</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>Right on the beat</source>
        <translation>Genau auf dem Schlag</translation>
    </message>
    <message>
        <source>{ms} ms behind the beat</source>
        <translation>{ms} ms hinter dem Schlag</translation>
    </message>
    <message>
        <source>{ms} ms ahead of the beat</source>
        <translation>{ms} ms vor dem Schlag</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
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
        <source>Own strokes</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>Timing: how late you hear</source>
        <translation>Timing: wie spät du hörst</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Trommel</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
</context>
<context>
    <name>_ExportBar</name>
    <message>
        <source>Export progress</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Schreibe {name}</translation>
    </message>
</context>
<context>
    <name>_RecordingButtons</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play the recording (Enter)</source>
        <translation>Aufnahme abspielen (Eingabe)</translation>
    </message>
    <message>
        <source>Each cycle, how tight you were, and loops to keep</source>
        <translation>Jeder Zyklus, wie eng ihr wart, und Loops zum Behalten</translation>
    </message>
    <message>
        <source>Export to MIDI…</source>
        <translation>Als MIDI …</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>Für einen Sequencer: eine Spur pro Person</translation>
    </message>
    <message>
        <source>Export to WAV…</source>
        <translation>Als WAV …</translation>
    </message>
    <message>
        <source>As sound, the way everyone heard it</source>
        <translation>Als Ton, so wie alle es gehört haben</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>Einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move it to the trash (Delete)</source>
        <translation>In den Papierkorb legen (Entf)</translation>
    </message>
</context>
<context>
    <name>_Themes</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>{name}, silent</source>
        <translation>{name}, stumm</translation>
    </message>
    <message>
        <source>{name}: do you hear this player?</source>
        <translation>{name}: Hörst du diese Person?</translation>
    </message>
</context>
</TS>
