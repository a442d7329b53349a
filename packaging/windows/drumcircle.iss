; The installer for Windows (Inno Setup 6): for one person, without administrator's rights.
; packaging/build.py defines Version, Bundle, Work, Output, Name, and Signed if there is a key.

[Setup]
AppId={{6B0B7A43-5E0C-4B5D-9C61-0C6C6B9A2F51}
AppName=Drum Circle
AppVersion={#Version}
AppPublisher=The Drum Circle project
DefaultDirName={localappdata}\Programs\Drum Circle
DefaultGroupName=Drum Circle
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputDir={#Output}
OutputBaseFilename={#Name}
SetupIconFile={#Work}\drumcircle.ico
UninstallDisplayIcon={app}\Drum Circle.exe
UninstallDisplayName=Drum Circle
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes
#ifdef Signed
SignTool=sign $f
SignedUninstaller=yes
#endif

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Drum Circle"; Filename: "{app}\Drum Circle.exe"
Name: "{group}\Rooms"; Filename: "{app}\Drum Circle.exe"; Parameters: "rooms"

[Registry]
; drumcircle:// links
Root: HKCU; Subkey: "Software\Classes\drumcircle"; ValueType: string; ValueData: "URL:Invite to a drum circle"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\drumcircle"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\drumcircle\shell\open\command"; ValueType: string; ValueData: """{app}\Drum Circle.exe"" open ""%1"""
; *.drumcircle recordings
Root: HKCU; Subkey: "Software\Classes\.drumcircle"; ValueType: string; ValueData: "DrumCircle.Recording"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\DrumCircle.Recording"; ValueType: string; ValueData: "Recording of a drum circle"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\DrumCircle.Recording\DefaultIcon"; ValueType: string; ValueData: "{app}\Drum Circle.exe,0"
Root: HKCU; Subkey: "Software\Classes\DrumCircle.Recording\shell\open\command"; ValueType: string; ValueData: """{app}\Drum Circle.exe"" open ""%1"""

[Run]
Filename: "{app}\Drum Circle.exe"; Description: "Start Drum Circle"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; The program's log and cache go; recordings, settings and keys stay.
Type: filesandordirs; Name: "{localappdata}\drumcircle\Cache"
Type: filesandordirs; Name: "{localappdata}\drumcircle\logs"

[Messages]
FinishedLabel=Drum Circle is installed.%n%nWhen you launch a circle, Windows asks whether Drum Circle may accept connections. Allow it for private networks: otherwise only this computer can join your circle. Playing in somebody else's circle works without it.
