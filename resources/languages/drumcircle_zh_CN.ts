<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountButtons</name>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>修改角色</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>修改角色…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Logins…</source>
        <translation>登录情况…</translation>
    </message>
    <message>
        <source>Opens your mail program; nobody sees the addresses of the others</source>
        <translation>打开你的邮件程序；谁也看不到别人的地址</translation>
    </message>
    <message>
        <source>They are logged out and cannot log in. This can be taken back.</source>
        <translation>他们会被退出登录，也无法再登录。可以撤销。</translation>
    </message>
    <message>
        <source>Where this account is logged in (Enter)</source>
        <translation>这个账号在哪里登录（回车键）</translation>
    </message>
    <message>
        <source>Write a mail…</source>
        <translation>写邮件…</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account on {hub}</source>
        <translation>{hub} 上的账号</translation>
    </message>
    <message>
        <source>All other windows and devices are logged out.</source>
        <translation>其他所有窗口和设备都会退出登录。</translation>
    </message>
    <message>
        <source>An administrator of the hub reads your name and mail address, and lets you in.</source>
        <translation>枢纽的管理员会看到你的名字和邮箱，并让你进来。</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>登录 {hub}</translation>
    </message>
    <message>
        <source>Register with {hub}</source>
        <translation>在 {hub} 注册</translation>
    </message>
    <message>
        <source>With an account you can launch circles on this hub, and join those that ask for one.</source>
        <translation>有了账号，你可以在这个枢纽上开鼓圈，也可以加入需要账号的鼓圈。</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{hub} 上的 {name}</translation>
    </message>
</context>
<context>
    <name>AccountFilters</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>还有 %Ln 个要改</numerusform>
        </translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>所有角色</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Search names and mail addresses</source>
        <translation>搜索名字和邮箱</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>All accounts of the hub…</source>
        <translation>枢纽的所有账号…</translation>
    </message>
    <message>
        <source>An administrator has to approve your account. You need not do anything: the program keeps asking the hub, also after a restart.</source>
        <translation>管理员需要批准你的账号。你不用做什么：程序会不断询问枢纽，重新启动后也一样。</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Ends your logins in all windows and on all devices</source>
        <translation>在所有窗口和设备上退出登录</translation>
    </message>
    <message>
        <source>Log out everywhere</source>
        <translation>在所有地方退出</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>等待批准</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>带领者</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Log in to launch a circle on this hub.</source>
        <translation>登录后才能在这个枢纽上开鼓圈。</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>乐手</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>You can join the circles that ask for an account.</source>
        <translation>你可以加入需要账号的鼓圈。</translation>
    </message>
    <message>
        <source>You can launch circles on this hub, and join those that ask for an account.</source>
        <translation>你可以在这个枢纽上开鼓圈，也可以加入需要账号的鼓圈。</translation>
    </message>
    <message>
        <source>You decide who may play, conduct and administer on this hub.</source>
        <translation>你决定谁可以在这个枢纽上演奏、带领和管理。</translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>last seen</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{name}, {mail}
registered {time}</source>
        <translation>{name}，{mail}
注册时间 {time}</translation>
    </message>
</context>
<context>
    <name>AccountsTable</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
</context>
<context>
    <name>AdministrationView</name>
    <message>
        <source>Accounts on {hub}</source>
        <translation>{hub} 上的账号</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>正在询问枢纽…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>没有符合的账号。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%Ln account(s) disabled.</source>
        <translation>
            <numerusform>已停用 %Ln 个账号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) enabled.</source>
        <translation>
            <numerusform>已启用 %Ln 个账号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may administer.</source>
        <translation>
            <numerusform>%Ln 个账号可以管理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may conduct.</source>
        <translation>
            <numerusform>%Ln 个账号可以带领。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) may play.</source>
        <translation>
            <numerusform>%Ln 个账号可以演奏。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) restored.</source>
        <translation>
            <numerusform>%Ln 个账号已恢复原状。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) set to waiting.</source>
        <translation>
            <numerusform>%Ln 个账号重新等待批准。</numerusform>
        </translation>
    </message>
    <message>
        <source>changed the password</source>
        <translation>修改了密码</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>ended a login</source>
        <translation>结束了一次登录</translation>
    </message>
    <message>
        <source>gave a wrong one-time code</source>
        <translation>输入了错误的一次性代码</translation>
    </message>
    <message>
        <source>gave a wrong password</source>
        <translation>输错了密码</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>logged out everywhere</source>
        <translation>在所有地方退出</translation>
    </message>
    <message>
        <source>made a conductor</source>
        <translation>设为带领者</translation>
    </message>
    <message>
        <source>made a player</source>
        <translation>设为乐手</translation>
    </message>
    <message>
        <source>made an administrator</source>
        <translation>设为管理员</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>set to waiting</source>
        <translation>设为等待</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>did</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>from address</source>
        <translation>来自地址</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>who</source>
        <translation>谁</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Audit log</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Search for a name, an action or an address</source>
        <translation>搜索名字、操作或地址</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>搜索操作记录</translation>
    </message>
</context>
<context>
    <name>Banks</name>
    <message>
        <source>A bit of everything</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>Bells and wood</source>
        <translation>铃和木质打击乐器</translation>
    </message>
    <message>
        <source>Drum kit</source>
        <translation>架子鼓</translation>
    </message>
    <message>
        <source>Hand drums</source>
        <translation>手鼓</translation>
    </message>
    <message>
        <source>Shakers and hands</source>
        <translation>沙锤和拍手</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>For an exact result, lay a drum pad on the speaker and turn the volume up until the clicks themselves strike the pad: people tap a little early.</source>
        <translation>想要精确的结果，就把打击垫放在音箱上，音量调到节拍声自己能触发它为止：人总会敲得早一点。</translation>
    </message>
    <message>
        <source>One more tap</source>
        <translation>还要敲一下</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>声音提前</translation>
    </message>
    <message>
        <source>Tap along to the clicks</source>
        <translation>跟着节拍声敲</translation>
    </message>
    <message>
        <source>Tap at least eight times.</source>
        <translation>请至少敲八下。</translation>
    </message>
    <message>
        <source>Tap here, on your drum or on any key</source>
        <translation>在这里、你的鼓上或任意键上敲</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>延迟校准</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use {ms} ms</source>
        <translation>采用 {ms} 毫秒</translation>
    </message>
    <message>
        <source>With wireless headphones and some speakers you hear everything late. Tap along to the clicks to measure by how much. The circle is silent meanwhile, and does not hear you.</source>
        <translation>用无线耳机和某些音箱时，你听到的一切都会晚。跟着节拍声敲，就能量出晚多少。期间鼓圈没有声音，也听不到你。</translation>
    </message>
    <message>
        <source>You cannot hear the clicks, because there is no sound. {problem}</source>
        <translation>没有声音，听不到节拍声。{problem}</translation>
    </message>
    <message>
        <source>You tap {ms} ms after the clicks (± {spread} ms).</source>
        <translation>你比节拍声晚 {ms} 毫秒（± {spread} 毫秒）。</translation>
    </message>
    <message>
        <source>You tap {ms} ms before the clicks (± {spread} ms).</source>
        <translation>你比节拍声早 {ms} 毫秒（± {spread} 毫秒）。</translation>
    </message>
    <message>
        <source>Your taps are not even yet. Go on tapping with the clicks.</source>
        <translation>你敲得还不够均匀。请继续跟着节拍声敲。</translation>
    </message>
    <message>
        <source>{n} more taps</source>
        <translation>还要敲 {n} 下</translation>
    </message>
</context>
<context>
    <name>ChatLog</name>
    <message>
        <source>Chat so far</source>
        <translation>到现在为止的聊天</translation>
    </message>
    <message>
        <source>Nothing said yet. Say hello.</source>
        <translation>还没有人说话。打个招呼吧。</translation>
    </message>
    <message>
        <source>a former member</source>
        <translation>已离开的成员</translation>
    </message>
    <message>
        <source>to the conductors</source>
        <translation>给带领者</translation>
    </message>
    <message>
        <source>to you alone</source>
        <translation>只给你</translation>
    </message>
    <message>
        <source>to {name} alone</source>
        <translation>只给 {name}</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>Chooses one member to write to</source>
        <translation>选择写给谁</translation>
    </message>
    <message>
        <source>Conductors</source>
        <translation>带领者</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Message to everyone</source>
        <translation>发给所有人的消息</translation>
    </message>
    <message>
        <source>Message to the conductors</source>
        <translation>发给带领者的消息</translation>
    </message>
    <message>
        <source>Message to {name} alone</source>
        <translation>只发给 {name} 的消息</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私聊</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>还可输入 {count}</translation>
    </message>
</context>
<context>
    <name>Circle</name>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connected, {ms} ms</source>
        <translation>已连接，{ms} 毫秒</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>等待进入</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>Follow the MIDI clock: its tempo becomes the circle&apos;s, at most every four seconds</source>
        <translation>跟随 MIDI 时钟：其速度成为鼓圈的速度，最多每四秒更改一次</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>MIDI clock: none arrives</source>
        <translation>MIDI 时钟：未收到</translation>
    </message>
    <message>
        <source>MIDI clock: {bpm} bpm</source>
        <translation>MIDI 时钟：{bpm} bpm</translation>
    </message>
    <message>
        <source>Use the tempo of the MIDI clock</source>
        <translation>采用 MIDI 时钟的速度</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>ConductCard</name>
    <message>
        <source>A conductor&apos;s invite</source>
        <translation>带领者邀请</translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>每个循环的拍数</translation>
    </message>
    <message>
        <source>Conduct there</source>
        <translation>去那里带领</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>带领</translation>
    </message>
    <message>
        <source>Conductor</source>
        <translation>带领者</translation>
    </message>
    <message>
        <source>Cycles until a stroke comes round</source>
        <translation>一击再次响起前的循环数</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>鼓圈</translation>
    </message>
    <message>
        <source>Everybody who finds it on the hub may play. Otherwise it takes an invite.</source>
        <translation>在枢纽上找到它的人都可以演奏。否则需要邀请。</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Launch the circle</source>
        <translation>开启鼓圈</translation>
    </message>
    <message>
        <source>Name of the circle</source>
        <translation>鼓圈的名字</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>On this computer, listed on {hub}</source>
        <translation>在这台电脑上，列在 {hub}</translation>
    </message>
    <message>
        <source>On {hub}</source>
        <translation>在 {hub} 上</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>对所有人开放</translation>
    </message>
    <message>
        <source>Or conduct a circle on another computer:</source>
        <translation>或者带领另一台电脑上的鼓圈：</translation>
    </message>
    <message>
        <source>TCP port that players connect to; 0: any free one</source>
        <translation>乐手连接的 TCP 端口；0:任意空闲端口</translation>
    </message>
    <message>
        <source>Tempo in beats per minute</source>
        <translation>速度：每分钟拍数</translation>
    </message>
    <message>
        <source>The circle runs on the hub: everybody can reach it, and you may leave and come back.</source>
        <translation>鼓圈在枢纽上运行：所有人都能连上，你可以离开再回来。</translation>
    </message>
    <message>
        <source>The circle runs on this computer. You start it, set the tempo and lead the players.</source>
        <translation>鼓圈在这台电脑上运行。由你开始、定速度、带领大家。</translation>
    </message>
    <message>
        <source>Where the circle runs</source>
        <translation>鼓圈在哪里运行</translation>
    </message>
    <message>
        <source>Your circles on hubs</source>
        <translation>你在枢纽上的鼓圈</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>拍/分</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>个循环</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>个循环</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
</context>
<context>
    <name>ConductorHeader</name>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n 位乐手</numerusform>
        </translation>
    </message>
    <message>
        <source>Beats in a cycle</source>
        <translation>每个循环的拍数</translation>
    </message>
    <message>
        <source>Close this window and play on (Ctrl+W)</source>
        <translation>关闭这个窗口，继续演奏（Ctrl+W）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cycles in a period, one turn of the ring</source>
        <translation>一个周期的循环数，即圆环转一圈</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>鼓圈</translation>
    </message>
    <message>
        <source>End the circle (Ctrl+W)</source>
        <translation>结束鼓圈（Ctrl+W）</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Leave the circle, which goes on (Ctrl+W)</source>
        <translation>离开鼓圈，鼓圈继续（Ctrl+W）</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Music in the rooms of a house, from this circle&apos;s first beat (Ctrl+M)</source>
        <translation>从鼓圈的第一拍起，在家里各房间播放音乐（Ctrl+M）</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>没有录音</translation>
    </message>
    <message>
        <source>On the next cycle&apos;s first beat (Ctrl+Enter)</source>
        <translation>在下一个循环的第一拍（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Rec</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Record (Ctrl+R)</source>
        <translation>录音（Ctrl+R）</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在录音</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Tempo, from 30 to 400 beats per minute: type, or use the arrow keys</source>
        <translation>速度，每分钟 30 到 400 拍：直接输入，或用方向键</translation>
    </message>
    <message>
        <source>The circle is being recorded (Ctrl+R stops that)</source>
        <translation>鼓圈正在录音（Ctrl+R 停止）</translation>
    </message>
    <message>
        <source>The invite as a link and a picture (Ctrl+I)</source>
        <translation>邀请的链接和图片（Ctrl+I）</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Your own pads, sound device and volumes (Ctrl+U)</source>
        <translation>你自己的打击垫、声音设备和音量（Ctrl+U）</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>拍/分</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>个循环</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>个循环</translation>
    </message>
    <message>
        <source>s until it comes round</source>
        <translation>秒后再次响起</translation>
    </message>
    <message>
        <source>{players} · on {host}</source>
        <translation>{players} · 在 {host}</translation>
    </message>
    <message>
        <source>{players} · port {port}</source>
        <translation>{players} · 端口 {port}</translation>
    </message>
    <message>
        <source>○ Rec</source>
        <translation>○ 录音</translation>
    </message>
    <message>
        <source>● Rec</source>
        <translation>● 录音</translation>
    </message>
</context>
<context>
    <name>ConductorView</name>
    <message>
        <source>Change anyway</source>
        <translation>仍然更改</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Make the period longer.</source>
        <translation>把周期加长。</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>打击垫</translation>
    </message>
    <message>
        <source>Strike them with the mouse, a drum, or the keys written on them</source>
        <translation>用鼠标、鼓或上面标的按键来敲</translation>
    </message>
    <message>
        <source>Try {bpm} bpm.</source>
        <translation>试试每分钟 {bpm} 拍。</translation>
    </message>
    <message>
        <source>{name}&apos;s network is too slow for this by {s:.1f} s</source>
        <translation>{name} 的网络对此慢了 {s:.1f} 秒</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>1. Connect the phone to the same network as this computer.
2. Open an MPD client on it, such as M.A.L.P. (Android) or Rigelian (iPhone).
3. Add a server with this host and port:</source>
        <translation>1. 让手机连上和这台电脑同一个网络。
2. 在手机上打开 MPD 客户端，例如 M.A.L.P.（Android）或 Rigelian（iPhone）。
3. 用这个主机和端口添加服务器：</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Connect a phone</source>
        <translation>连接手机</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>No client can connect: the rooms could not open their port.</source>
        <translation>客户端都连不上：房间没能打开端口。</translation>
    </message>
    <message>
        <source>Phones cannot connect yet: the rooms accept connections from this computer only. To change that, write listen = &quot;0.0.0.0:6600&quot; in the rooms&apos; configuration file and open the rooms again.</source>
        <translation>手机还不能连接：房间只接受这台电脑的连接。要改变这一点，请在房间的配置文件里写 listen = &quot;0.0.0.0:6600&quot;，再重新打开房间。</translation>
    </message>
    <message>
        <source>Programs on this computer can also use localhost:{port}.</source>
        <translation>这台电脑上的程序也可以用 localhost:{port}。</translation>
    </message>
    <message>
        <source>Programs on this computer connect to:</source>
        <translation>这台电脑上的程序连接到：</translation>
    </message>
</context>
<context>
    <name>ControlsDialog</name>
    <message>
        <source>1 bpm faster</source>
        <translation>加快 1 bpm</translation>
    </message>
    <message>
        <source>1 bpm slower</source>
        <translation>减慢 1 bpm</translation>
    </message>
    <message>
        <source>By which control</source>
        <translation>由哪个控制器</translation>
    </message>
    <message>
        <source>Choose what to set, press Learn, and move a fader or press a button of your MIDI controller. A fader takes over when it comes to where the level is. Buttons that are assigned do not play pads.</source>
        <translation>选择要设置的项目，按“学习”，然后推动 MIDI 控制器的推子或按下按钮。推子到达当前电平的位置后才会生效。已分配的按钮不再演奏鼓垫。</translation>
    </message>
    <message>
        <source>Cue: {word}</source>
        <translation>提示：{word}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Faders and buttons</source>
        <translation>推子和按钮</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Latches</source>
        <translation>自锁</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>伴奏</translation>
    </message>
    <message>
        <source>Move the fader or knob for “{what}”.</source>
        <translation>移动用于“{what}”的推子或旋钮。</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>自己的鼓声</translation>
    </message>
    <message>
        <source>Press the button for “{what}”, and let it go.</source>
        <translation>按下用于“{what}”的按钮，然后松开。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>开始或停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>停止学习</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Tempo, 60 to 187 bpm</source>
        <translation>速度，60 到 187 bpm</translation>
    </message>
    <message>
        <source>The button stays down: it sends “on” with one press and “off” with the next. Each press counts.</source>
        <translation>按钮会保持按下：一次按下发送“开”，下一次发送“关”。每次按下都有效。</translation>
    </message>
    <message>
        <source>What MIDI controls set</source>
        <translation>MIDI 控制器设置的内容</translation>
    </message>
    <message>
        <source>What is set</source>
        <translation>设置的项目</translation>
    </message>
    <message>
        <source>{name}: level</source>
        <translation>{name}：音量</translation>
    </message>
    <message>
        <source>{name}: mute</source>
        <translation>{name}：静音</translation>
    </message>
    <message>
        <source>{name}: solo</source>
        <translation>{name}：独奏</translation>
    </message>
    <message>
        <source>{port}: controller {number}, channel {channel}</source>
        <translation>{port}：控制器 {number}，通道 {channel}</translation>
    </message>
    <message>
        <source>{port}: note {number}, channel {channel}</source>
        <translation>{port}：音符 {number}，通道 {channel}</translation>
    </message>
    <message>
        <source>{port}: pitch bend, channel {channel}</source>
        <translation>{port}：弯音，通道 {channel}</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>复制：{what}</translation>
    </message>
</context>
<context>
    <name>CueBar</name>
    <message>
        <source>All cues with their keys, and your own words</source>
        <translation>所有提示和按键，还有你自己的话</translation>
    </message>
    <message>
        <source>Cue in your own words</source>
        <translation>用自己的话提示</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>For whom the next cues are</source>
        <translation>接下来的提示给谁</translation>
    </message>
    <message>
        <source>Hands off the drums</source>
        <translation>手离开鼓</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>模仿</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>最后一次</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>听</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>响一点</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>One more cycle, then stop</source>
        <translation>再来一个循环就停</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>只有你</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Own word</source>
        <translation>自己的话</translation>
    </message>
    <message>
        <source>Play back what you heard</source>
        <translation>把听到的敲回来</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>演奏</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>轻一点</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢</translation>
    </message>
    <message>
        <source>That was beautiful</source>
        <translation>太美了</translation>
    </message>
    <message>
        <source>The others listen</source>
        <translation>其他人听</translation>
    </message>
    <message>
        <source>To everybody</source>
        <translation>给所有人</translation>
    </message>
    <message>
        <source>To {who}</source>
        <translation>给 {who}</translation>
    </message>
    <message>
        <source>With the next cycle</source>
        <translation>从下一个循环起</translation>
    </message>
    <message>
        <source>Your own word</source>
        <translation>自己的话</translation>
    </message>
</context>
<context>
    <name>CycleBars</name>
    <message>
        <source>How tight the last cycles were</source>
        <translation>最近几个循环有多齐</translation>
    </message>
    <message>
        <source>{latest}. The lower a bar, the tighter its cycle.</source>
        <translation>{latest}。柱子越低，循环越齐。</translation>
    </message>
</context>
<context>
    <name>CycleList</name>
    <message>
        <source>Cycles</source>
        <translation>循环</translation>
    </message>
</context>
<context>
    <name>CycleModel</name>
    <message>
        <source>Cycle {number}, at {time}</source>
        <translation>第 {number} 个循环，在 {time}</translation>
    </message>
</context>
<context>
    <name>CyclePicture</name>
    <message>
        <source>Picture of the chosen cycle</source>
        <translation>选中循环的图</translation>
    </message>
</context>
<context>
    <name>DeputyWindow</name>
    <message>
        <source>Conduct</source>
        <translation>带领</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>No MIDI drum can be played.</source>
        <translation>没有可以演奏的 MIDI 鼓。</translation>
    </message>
    <message>
        <source>Nothing is sent by MIDI.</source>
        <translation>没有通过 MIDI 发送任何内容。</translation>
    </message>
    <message>
        <source>You play without sound.</source>
        <translation>你在无声演奏。</translation>
    </message>
    <message>
        <source>Your drum is not heard.</source>
        <translation>听不到你的鼓。</translation>
    </message>
    <message>
        <source>Your kit is not complete.</source>
        <translation>你的音色组不完整。</translation>
    </message>
</context>
<context>
    <name>DownbeatStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cycle to start with</source>
        <translation>从哪个循环开始</translation>
    </message>
    <message>
        <source>Downbeat</source>
        <translation>第一拍</translation>
    </message>
    <message>
        <source>Give the circle the song&apos;s tempo, doubled or halved if that is nearer</source>
        <translation>让鼓圈采用歌曲的速度；若加倍或减半更接近，就用那个</translation>
    </message>
    <message>
        <source>Press on each beat of the music, at least four times</source>
        <translation>在音乐的每一拍上按，至少四次</translation>
    </message>
    <message>
        <source>Select a song in the queue to start it on a cycle&apos;s first beat</source>
        <translation>在队列里选一首歌，让它在循环的第一拍开始</translation>
    </message>
    <message>
        <source>Set circle to {bpm:.1f} bpm</source>
        <translation>把鼓圈设为 {bpm:.1f} 拍/分</translation>
    </message>
    <message>
        <source>Set the tempo</source>
        <translation>设定速度</translation>
    </message>
    <message>
        <source>Start with it</source>
        <translation>和它一起开始</translation>
    </message>
    <message>
        <source>Start “{song}” with a cycle:</source>
        <translation>让“{song}”随循环开始：</translation>
    </message>
    <message>
        <source>Tap tempo</source>
        <translation>敲出速度</translation>
    </message>
    <message numerus="yes">
        <source>in %n cycle(s), {s:.1f} s</source>
        <translation>
            <numerusform>%n 个循环后，{s:.1f} 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>the next, {s:.1f} s</source>
        <translation>下一个，{s:.1f} 秒</translation>
    </message>
    <message>
        <source>“{song}” starts in {s:.1f} s</source>
        <translation>“{song}” {s:.1f} 秒后开始</translation>
    </message>
</context>
<context>
    <name>DrumNotesDialog</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Enter the note numbers of your drum module, where they are not those of General MIDI.</source>
        <translation>如果你的鼓音源的音符编号与 General MIDI 不同，请在此输入。</translation>
    </message>
    <message>
        <source>General MIDI</source>
        <translation>General MIDI</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>鼓的音符</translation>
    </message>
</context>
<context>
    <name>DrumSetup</name>
    <message>
        <source>Kit…</source>
        <translation>音色…</translation>
    </message>
    <message>
        <source>MIDI output…</source>
        <translation>MIDI 输出…</translation>
    </message>
    <message>
        <source>MIDI pads…</source>
        <translation>MIDI 打击垫…</translation>
    </message>
    <message>
        <source>Microphone…</source>
        <translation>麦克风…</translation>
    </message>
    <message>
        <source>Pads…</source>
        <translation>打击垫…</translation>
    </message>
</context>
<context>
    <name>EmptyCircle</name>
    <message>
        <source>Copy the invite</source>
        <translation>复制邀请</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>Send this invite to your players: they paste it under Join, or scan it.</source>
        <translation>把这个邀请发给乐手：他们在“加入”里粘贴或扫描。</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the circle while 1 player is in it?</source>
        <translation>里面还有 1 位乐手，要结束鼓圈吗？</translation>
    </message>
    <message>
        <source>End the circle while {n} players are in it?</source>
        <translation>里面还有 {n} 位乐手，要结束鼓圈吗？</translation>
    </message>
    <message>
        <source>End the circle</source>
        <translation>结束鼓圈</translation>
    </message>
    <message>
        <source>It ends for everybody: the server of this circle runs in this window.</source>
        <translation>所有人的鼓圈都会结束：它的服务器在这个窗口里运行。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>By invite</source>
        <translation>凭邀请</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Everybody who finds the circle can come in.</source>
        <translation>找到鼓圈的人都可以进来。</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>敲门</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Players need an invite from you.</source>
        <translation>乐手需要你的邀请。</translation>
    </message>
    <message>
        <source>Players who have an account on the hub can come in, under the account&apos;s name.</source>
        <translation>在枢纽上有账号的乐手可以用账号名进来。</translation>
    </message>
    <message>
        <source>Players with an invite come straight in. Others knock, and you decide.</source>
        <translation>有邀请的乐手直接进来。其他人敲门，由你决定。</translation>
    </message>
    <message>
        <source>With an account</source>
        <translation>凭账号</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>到 {time}</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>没有期限</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>10 minutes</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>复制：{what}</translation>
    </message>
    <message>
        <source>How long {name} cannot come back</source>
        <translation>{name} 多久不能回来</translation>
    </message>
    <message>
        <source>Invite {number}</source>
        <translation>邀请 {number}</translation>
    </message>
    <message>
        <source>Invites without a limit</source>
        <translation>无限制的邀请</translation>
    </message>
    <message>
        <source>Let {name} come back</source>
        <translation>让 {name} 回来</translation>
    </message>
    <message>
        <source>Limited invites</source>
        <translation>有限的邀请</translation>
    </message>
    <message>
        <source>Nobody. Players whom you remove are listed here.</source>
        <translation>没有人。你移出的乐手会列在这里。</translation>
    </message>
    <message>
        <source>Removed players</source>
        <translation>被移出的乐手</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Revoke: {what}</source>
        <translation>作废：{what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>谁可以进来</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>account {name}</source>
        <translation>账号 {name}</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>永远</translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>{used} joined</source>
        <translation>{used} 人已加入</translation>
    </message>
    <message>
        <source>{used} of {uses} joined</source>
        <translation>{used}/{uses} 人已加入</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Entry: {policy}</source>
        <translation>进入：{policy}</translation>
    </message>
    <message>
        <source>Who may come in, limited invites, removed players (Ctrl+D)</source>
        <translation>谁可以进来、有限的邀请、被移出的乐手（Ctrl+D）</translation>
    </message>
    <message>
        <source>Who may come in…</source>
        <translation>谁可以进来…</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Folders and songs</source>
        <translation>文件夹和歌曲</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Folder {name}</source>
        <translation>文件夹 {name}</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events and corrections</source>
        <translation>事件和校正</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>A song that a room lacks cannot play there. Compare the libraries to find such songs.</source>
        <translation>房间里没有的歌在那里放不出来。比较曲库就能找出这些歌。</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>所有房间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare the libraries</source>
        <translation>比较曲库</translation>
    </message>
    <message>
        <source>Compared: {rooms}.</source>
        <translation>已比较：{rooms}。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Files have been uploaded since. Compare again to see what is still missing.</source>
        <translation>之后又上传了文件。再比较一次，看看还缺什么。</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Libraries and uploads</source>
        <translation>曲库和上传</translation>
    </message>
    <message>
        <source>No uploads to {rooms}: enter the music folder there (Edit).</source>
        <translation>不能上传到 {rooms}：请在那里填写音乐文件夹（编辑）。</translation>
    </message>
    <message>
        <source>Rooms to upload to</source>
        <translation>要上传到的房间</translation>
    </message>
    <message>
        <source>These rooms have the same songs: {rooms}.</source>
        <translation>这些房间的歌曲相同：{rooms}。</translation>
    </message>
    <message>
        <source>Upload the missing</source>
        <translation>上传缺少的</translation>
    </message>
    <message>
        <source>Upload to</source>
        <translation>上传到</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>on this network</source>
        <translation>在这个网络上</translation>
    </message>
</context>
<context>
    <name>FoundCirclesList</name>
    <message numerus="yes">
        <source>%Ln playing</source>
        <translation>
            <numerusform>%Ln 人在演奏</numerusform>
        </translation>
    </message>
    <message>
        <source>Circles that you can join</source>
        <translation>你可以加入的鼓圈</translation>
    </message>
    <message>
        <source>knock</source>
        <translation>敲门</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>with an account</source>
        <translation>凭账号</translation>
    </message>
    <message>
        <source>with an invite</source>
        <translation>凭邀请</translation>
    </message>
    <message>
        <source>{0:,.0f} ms</source>
        <translation>{0:,.0f} 毫秒</translation>
    </message>
    <message>
        <source>{bpm:g} bpm</source>
        <translation>{bpm:g} 拍/分</translation>
    </message>
</context>
<context>
    <name>FoundCirclesPanel</name>
    <message>
        <source>A hub hosts and lists circles. Its owner gives you its address.</source>
        <translation>枢纽托管并列出鼓圈。它的主人会给你地址。</translation>
    </message>
    <message>
        <source>Add a hub…</source>
        <translation>添加枢纽…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: search for them.</source>
        <translation>
            <numerusform>还有 %Ln 个：请搜索。</numerusform>
        </translation>
    </message>
    <message>
        <source>No circle matches.</source>
        <translation>没有符合的鼓圈。</translation>
    </message>
    <message>
        <source>Search for circles</source>
        <translation>搜索鼓圈</translation>
    </message>
    <message>
        <source>The hub&apos;s address or link</source>
        <translation>枢纽的地址或链接</translation>
    </message>
</context>
<context>
    <name>GrooveDialog</name>
    <message>
        <source>Beats</source>
        <translation>拍数</translation>
    </message>
    <message>
        <source>Choose a groove</source>
        <translation>选择律动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Groove</source>
        <translation>律动</translation>
    </message>
    <message>
        <source>Grooves</source>
        <translation>律动</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Open a groove</source>
        <translation>打开律动</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>简单引导</translation>
    </message>
    <message>
        <source>Save the groove</source>
        <translation>保存律动</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Send to all</source>
        <translation>发给所有人</translation>
    </message>
    <message>
        <source>Steps in a beat</source>
        <translation>每拍的步数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>摇摆</translation>
    </message>
    <message>
        <source>groove</source>
        <translation>律动</translation>
    </message>
</context>
<context>
    <name>GrooveGrid</name>
    <message>
        <source>Bass</source>
        <translation>低音</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>节拍声</translation>
    </message>
    <message>
        <source>Clicks make a note, an accent, a soft note, none. The wheel on a bass note, or + and -, changes its pitch. Keys: arrows and Space. The pickup sounds once, before a start.</source>
        <translation>点击依次为：音符、重音、轻音、无。在低音音符上滚动滚轮，或按 + 和 -，可改变音高。按键：方向键和空格。弱起只在开始之前响一次。</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>低音鼓</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>accent</source>
        <translation>重音</translation>
    </message>
    <message>
        <source>note</source>
        <translation>音符</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>pickup</source>
        <translation>弱起</translation>
    </message>
    <message>
        <source>soft note</source>
        <translation>轻音</translation>
    </message>
    <message>
        <source>{voice}, beat {beat}, step {step}: {what}</source>
        <translation>{voice}，第 {beat} 拍，第 {step} 步：{what}</translation>
    </message>
</context>
<context>
    <name>GroupVolume</name>
    <message>
        <source>Volume of all rooms</source>
        <translation>所有房间的音量</translation>
    </message>
    <message>
        <source>Volume of all rooms; change one room&apos;s in the table</source>
        <translation>所有房间的音量；单个房间在表格里调</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南的页面</translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message numerus="yes">
        <source>%n stroke(s) of the last minute reached you too late.</source>
        <translation>
            <numerusform>最近一分钟有 %n 击太晚到达你这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>A slower tempo or a longer period helps: ask for it in the chat.</source>
        <translation>慢一点的速度或长一点的周期有帮助：在聊天里提出来。</translation>
    </message>
    <message>
        <source>Ask the conductor in the chat.</source>
        <translation>在聊天里问带领者。</translation>
    </message>
    <message>
        <source>Choose a device under Sound.</source>
        <translation>在“声音”里选择设备。</translation>
    </message>
    <message>
        <source>Everything sounds one turn of the ring after it was played.</source>
        <translation>一切都在敲下之后圆环转一圈时响起。</translation>
    </message>
    <message>
        <source>Hear everyone</source>
        <translation>听所有人</translation>
    </message>
    <message>
        <source>In your mixer, only these are heard: {text}.</source>
        <translation>你的混音器里只能听到：{text}。</translation>
    </message>
    <message>
        <source>It begins with your first stroke, or when you choose a device under Sound.</source>
        <translation>你敲第一下，或在“声音”里选择设备后，它就会打开。</translation>
    </message>
    <message>
        <source>Leave this page and join again with the invite. {text}</source>
        <translation>离开这一页，用邀请重新加入。{text}</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a long way.</source>
        <translation>消息往返服务器要 {ms} 毫秒：路很长。</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a short way.</source>
        <translation>消息往返服务器要 {ms} 毫秒：路很短。</translation>
    </message>
    <message>
        <source>Messages take {ms} ms to the server and back: a usual way.</source>
        <translation>消息往返服务器要 {ms} 毫秒：一般。</translation>
    </message>
    <message>
        <source>Move the slider Everything to the right.</source>
        <translation>把滑块“全部”向右移。</translation>
    </message>
    <message>
        <source>Move the slider Own strokes to the right.</source>
        <translation>把滑块“自己的鼓声”向右移。</translation>
    </message>
    <message>
        <source>Play: you hear it again one turn of the ring later.</source>
        <translation>演奏吧：圆环转一圈后你会再次听到。</translation>
    </message>
    <message>
        <source>Press Done in the window Timing.</source>
        <translation>在“延迟校准”窗口里按“完成”。</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: enough.</source>
        <translation>鼓声在响起前 {s} 秒到达：足够。</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s before they sound: that is tight.</source>
        <translation>鼓声在响起前 {s} 秒到达：有点紧。</translation>
    </message>
    <message>
        <source>Strokes arrive {s} s too late and are left out.</source>
        <translation>鼓声晚到 {s} 秒，被略去。</translation>
    </message>
    <message>
        <source>That changes in {s} s.</source>
        <translation>{s} 秒后会改变。</translation>
    </message>
    <message>
        <source>That changes when the conductor goes on.</source>
        <translation>带领者继续时会改变。</translation>
    </message>
    <message>
        <source>That takes about a second. If it takes longer, check your network.</source>
        <translation>这大约需要一秒。如果更久，请检查你的网络。</translation>
    </message>
    <message>
        <source>The circle stands still.</source>
        <translation>鼓圈停着。</translation>
    </message>
    <message>
        <source>The clock is right to within {ms} ms.</source>
        <translation>时钟误差在 {ms} 毫秒以内。</translation>
    </message>
    <message>
        <source>The conductor has set the level of {name} to 0.</source>
        <translation>带领者把 {name} 的音量设成了 0。</translation>
    </message>
    <message>
        <source>The conductor has set your level to 0.</source>
        <translation>带领者把你的音量设成了 0。</translation>
    </message>
    <message>
        <source>The connection has not been measured yet.</source>
        <translation>连接还没有测量。</translation>
    </message>
    <message>
        <source>The program tries again by itself. Check your network. {text}</source>
        <translation>程序会自己重试。检查一下网络。{text}</translation>
    </message>
    <message>
        <source>The volume of your own strokes is 0.</source>
        <translation>你自己的鼓声音量是 0。</translation>
    </message>
    <message>
        <source>The volume of {name} in your mixer is 0.</source>
        <translation>{name} 在你的混音器里音量是 0。</translation>
    </message>
    <message>
        <source>There is nothing to hear until {name} plays.</source>
        <translation>{name} 演奏之前没有可听的。</translation>
    </message>
    <message>
        <source>Timing is being measured: only its clicks sound.</source>
        <translation>正在校准延迟：只有节拍声。</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players and press M.</source>
        <translation>要撤销，在乐手列表里选中名字，按 M。</translation>
    </message>
    <message>
        <source>To undo that, choose the name in the list of players, then More, Level for all.</source>
        <translation>要撤销，在乐手列表里选中名字，再选“更多”、“所有人的音量”。</translation>
    </message>
    <message>
        <source>Turn up</source>
        <translation>调大</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Use a cable instead of wireless, and stop downloads. A longer period helps too.</source>
        <translation>用网线代替无线，停止下载。加长周期也有帮助。</translation>
    </message>
    <message>
        <source>Wait until the conductor starts it.</source>
        <translation>等带领者开始。</translation>
    </message>
    <message>
        <source>Wait until you are connected. {text}</source>
        <translation>等到连接上为止。{text}</translation>
    </message>
    <message>
        <source>You are muted for everyone.</source>
        <translation>你对所有人静音。</translation>
    </message>
    <message>
        <source>You are not in the circle any more.</source>
        <translation>你已不在鼓圈里。</translation>
    </message>
    <message>
        <source>You are not in the circle yet.</source>
        <translation>你还没有进入鼓圈。</translation>
    </message>
    <message>
        <source>You have muted {name} in your mixer.</source>
        <translation>你在混音器里把 {name} 静音了。</translation>
    </message>
    <message>
        <source>You have no sound.</source>
        <translation>你没有声音。</translation>
    </message>
    <message>
        <source>You have not played yet.</source>
        <translation>你还没有演奏。</translation>
    </message>
    <message>
        <source>You last played {s} s ago.</source>
        <translation>你上次演奏是在 {s} 秒前。</translation>
    </message>
    <message>
        <source>You will hear yourself in {s} s.</source>
        <translation>{s} 秒后你会听到自己。</translation>
    </message>
    <message>
        <source>You will hear {name} in {s} s.</source>
        <translation>{s} 秒后你会听到 {name}。</translation>
    </message>
    <message>
        <source>Your connection is lost.</source>
        <translation>你的连接断了。</translation>
    </message>
    <message>
        <source>Something is wrong with your drum.</source>
        <translation>你的鼓有问题。</translation>
    </message>
    <message>
        <source>Your program does not know the circle&apos;s time yet.</source>
        <translation>你的程序还不知道鼓圈的时间。</translation>
    </message>
    <message>
        <source>Your sound is not on yet.</source>
        <translation>你的声音还没有打开。</translation>
    </message>
    <message>
        <source>Your volume is 0.</source>
        <translation>你的音量是 0。</translation>
    </message>
    <message>
        <source>{name} conducts and has not played.</source>
        <translation>{name} 在带领，还没有演奏。</translation>
    </message>
    <message>
        <source>{name} has left the circle.</source>
        <translation>{name} 已离开鼓圈。</translation>
    </message>
    <message>
        <source>{name} has not played yet.</source>
        <translation>{name} 还没有演奏。</translation>
    </message>
    <message>
        <source>{name} is muted for everyone.</source>
        <translation>{name} 对所有人静音。</translation>
    </message>
    <message>
        <source>{name} last played {s} s ago.</source>
        <translation>{name} 上次演奏是 {s} 秒前。</translation>
    </message>
    <message>
        <source>{name}&apos;s connection is lost.</source>
        <translation>{name} 的连接断了。</translation>
    </message>
    <message>
        <source>{name}&apos;s program tries again by itself. You need not do anything.</source>
        <translation>{name} 的程序会自己重试。你什么都不用做。</translation>
    </message>
    <message>
        <source>{name}&apos;s strokes arrive {s} s too late.</source>
        <translation>{name} 的鼓声晚到 {s} 秒。</translation>
    </message>
    <message>
        <source>{text}: all strokes are kept for later.</source>
        <translation>{text}：所有鼓声留到以后。</translation>
    </message>
    <message>
        <source>{text}: nobody hears what you played now, or only some do.</source>
        <translation>{text}：你刚才演奏的没有人听到，或只有部分人听到。</translation>
    </message>
    <message>
        <source>{text}: what {name} played now sounds for others only, or for none.</source>
        <translation>{text}：{name} 敲的现在只给别人听，或者谁也听不到。</translation>
    </message>
</context>
<context>
    <name>HearingCard</name>
    <message>
        <source>Do you hear {name}?</source>
        <translation>听得到 {name} 吗？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>If you hear nothing, turn up your speakers or headphones.</source>
        <translation>如果什么都听不到，把音箱或耳机调大。</translation>
    </message>
    <message>
        <source>The connection of {name}:</source>
        <translation>{name} 的连接：</translation>
    </message>
    <message>
        <source>This player</source>
        <translation>这位乐手</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>写给 {name}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写信</translation>
    </message>
    <message>
        <source>You can hear {name} now.</source>
        <translation>你现在能听到 {name}。</translation>
    </message>
    <message>
        <source>You hear yourself as the others do.</source>
        <translation>你听到的自己和别人听到的一样。</translation>
    </message>
</context>
<context>
    <name>HubButton</name>
    <message>
        <source>The circle moves to a hub that you know, with its name, tempo and meter</source>
        <translation>鼓圈将移到你已知的枢纽，名称、速度和拍号不变</translation>
    </message>
    <message>
        <source>Use a hub</source>
        <translation>使用枢纽</translation>
    </message>
</context>
<context>
    <name>HubLine</name>
    <message>
        <source>Account…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Log in to {hub}</source>
        <translation>登录 {hub}</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Waiting: {hub}</source>
        <translation>等待中：{hub}</translation>
    </message>
    <message>
        <source>Your account on {hub}</source>
        <translation>你在 {hub} 上的账号</translation>
    </message>
    <message>
        <source>{hub} asks for an account</source>
        <translation>{hub} 需要账号</translation>
    </message>
    <message>
        <source>{hub}: account</source>
        <translation>{hub}：账号</translation>
    </message>
    <message>
        <source>{hub}: logged in as {name}, {role}</source>
        <translation>{hub}：已登录为 {name}，{role}</translation>
    </message>
    <message>
        <source>{hub}: waiting</source>
        <translation>{hub}：等待中</translation>
    </message>
    <message>
        <source>{hub}: {name} waits for approval</source>
        <translation>{hub}：{name} 等待批准</translation>
    </message>
    <message>
        <source>{hub}: {name}</source>
        <translation>{hub}：{name}</translation>
    </message>
    <message>
        <source>{name} on {hub}</source>
        <translation>{hub} 上的 {name}</translation>
    </message>
</context>
<context>
    <name>HubMove</name>
    <message>
        <source>A hub is a computer on the internet that everybody can reach. Its owner gives you its address. The circle moves there with its name, tempo and meter, and gets new invites.</source>
        <translation>枢纽是互联网上人人都能连接的电脑，其地址由所有者提供。鼓圈将带着名称、速度和拍号移到那里，并获得新的邀请。</translation>
    </message>
    <message>
        <source>Move the circle</source>
        <translation>移动鼓圈</translation>
    </message>
    <message>
        <source>The address or link of a hub</source>
        <translation>枢纽的地址或链接</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite for conductors</source>
        <translation>带领者邀请</translation>
    </message>
    <message>
        <source>Invite for players</source>
        <translation>乐手邀请</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Send this to your players</source>
        <translation>把它发给你的乐手</translation>
    </message>
    <message>
        <source>They paste it on the start page under Join, or scan the picture.</source>
        <translation>他们在首页“加入”里粘贴，或者扫描图片。</translation>
    </message>
    <message>
        <source>This one is for people who conduct with you. They can also stop the circle.</source>
        <translation>这个给和你一起带领的人。他们也能停止鼓圈。</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Circles you were in</source>
        <translation>你去过的鼓圈</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Paste the invite here</source>
        <translation>在这里粘贴邀请</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>粘贴邀请</translation>
    </message>
    <message>
        <source>Play along with pads, keys or a MIDI kit. Paste the invite, or choose a circle.</source>
        <translation>用打击垫、按键或 MIDI 鼓一起演奏。粘贴邀请，或选择鼓圈。</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>乐手</translation>
    </message>
    <message>
        <source>Remove the selected circle from this list (Delete)</source>
        <translation>从列表中移除选中的鼓圈（Delete）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>“{circle}” takes an invite: ask its conductor, and paste it here.</source>
        <translation>“{circle}”需要邀请：向带领者要，再粘贴到这里。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Computer keys</source>
        <translation>电脑按键</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Each key plays its own pad</source>
        <translation>每个键对应一个鼓垫</translation>
    </message>
    <message>
        <source>Keys play while this window is in front and you are not typing. They count by their place on the keyboard. With Shift, a stroke is as hard as it can be. Keys 1 to 5 change the bank.</source>
        <translation>当此窗口位于最前且你没有在输入文字时，按键可以演奏。按键按其在键盘上的位置识别。按住 Shift 时敲击力度最大。按 1 到 5 键切换音色组。</translation>
    </message>
    <message>
        <source>Three rows: loud, middle, soft</source>
        <translation>三排：强、中、弱</translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message numerus="yes">
        <source>%n sound(s) of its own, {mb} MB. Other pads sound as usual.</source>
        <translation>
            <numerusform>%n 个自己的音色，{mb} MB。其他打击垫照常。</numerusform>
        </translation>
    </message>
    <message>
        <source>A kit is a folder with sounds and a kit.toml, an SFZ file, or a SoundFont (SF2).</source>
        <translation>音色组是带有声音和 kit.toml 的文件夹、SFZ 文件或 SoundFont（SF2）。</translation>
    </message>
    <message>
        <source>Built-in sounds</source>
        <translation>内置音色</translation>
    </message>
    <message>
        <source>Choose a kit of your own, or mix one from the built-in sounds.</source>
        <translation>选择自己的音色组，或者用内置音色混搭一个。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>File of a kit</source>
        <translation>音色组文件</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder of a kit, with a kit.toml in it</source>
        <translation>音色组文件夹，里面有 kit.toml</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>音色组</translation>
    </message>
    <message>
        <source>Kits</source>
        <translation>音色组</translation>
    </message>
    <message>
        <source>My kit</source>
        <translation>我的音色组</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>混搭的名字</translation>
    </message>
    <message>
        <source>Save the mix…</source>
        <translation>保存混搭…</translation>
    </message>
    <message>
        <source>Semitones higher, or lower</source>
        <translation>升高或降低的半音数</translation>
    </message>
    <message>
        <source>The kit is being loaded.</source>
        <translation>正在载入音色组。</translation>
    </message>
    <message>
        <source>Your mix</source>
        <translation>你的混搭</translation>
    </message>
    <message>
        <source>{name}: semitones higher</source>
        <translation>{name}：升高的半音数</translation>
    </message>
</context>
<context>
    <name>KitPads</name>
    <message>
        <source>Bank {number}, {name}: which computer key plays what</source>
        <translation>音色组 {number}，{name}：各按键对应的声音</translation>
    </message>
    <message>
        <source>Bank {number}…</source>
        <translation>音色组 {number}…</translation>
    </message>
</context>
<context>
    <name>KnockBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Let all in</source>
        <translation>让所有人进来</translation>
    </message>
    <message>
        <source>Players who ask to come in</source>
        <translation>请求进来的乐手</translation>
    </message>
</context>
<context>
    <name>KnockRow</name>
    <message>
        <source>Decline {name}</source>
        <translation>拒绝 {name}</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>让进来</translation>
    </message>
    <message>
        <source>Let {name} in</source>
        <translation>让 {name} 进来</translation>
    </message>
    <message>
        <source>The address from which {name} connects</source>
        <translation>{name} 连接所用的地址</translation>
    </message>
    <message>
        <source>{name} asks to come in</source>
        <translation>{name} 请求进来</translation>
    </message>
</context>
<context>
    <name>LatencyPlot</name>
    <message>
        <source>Latencies</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>{what} over the last {span} s</source>
        <translation>最近 {span} 秒的{what}</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Close the rooms while music plays?</source>
        <translation>正在放音乐，要关闭房间吗？</translation>
    </message>
    <message numerus="yes">
        <source>Close the rooms with %n client(s) connected?</source>
        <translation>
            <numerusform>还有 %n 个客户端连着，要关闭房间吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the rooms</source>
        <translation>关闭房间</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>The music plays on in each room, but nothing keeps the rooms together. Clients lose their connection.</source>
        <translation>各房间的音乐继续放，但不再保持同步。客户端会断开。</translation>
    </message>
</context>
<context>
    <name>LeaveForQuestion</name>
    <message>
        <source>Leave the circle</source>
        <translation>离开鼓圈</translation>
    </message>
    <message>
        <source>Leave this circle, and open the recording “{file}”?</source>
        <translation>离开这个鼓圈，打开录音“{file}”？</translation>
    </message>
    <message>
        <source>Leave this circle, and see the invite to “{circle}”?</source>
        <translation>离开这个鼓圈，查看“{circle}”的邀请？</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>You have opened a link while you are in a circle.</source>
        <translation>你在鼓圈里时打开了一个链接。</translation>
    </message>
    <message>
        <source>You have opened a recording while you are in a circle.</source>
        <translation>你在鼓圈里时打开了一段录音。</translation>
    </message>
</context>
<context>
    <name>LeaveHubDialog</name>
    <message>
        <source>End it for everybody</source>
        <translation>为所有人结束</translation>
    </message>
    <message>
        <source>It runs on the hub. Come back from the start page, where you find it under “Your circles on hubs”. After an hour without anybody it ends.</source>
        <translation>它在枢纽上运行。可以从首页回来，它列在“你在枢纽上的鼓圈”里。一小时没有人，它就结束。</translation>
    </message>
    <message>
        <source>Leave the circle</source>
        <translation>离开鼓圈</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave, and let the circle go on?</source>
        <translation>离开并让鼓圈继续吗？</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>LevelPlot</name>
    <message>
        <source>Level of the microphone over the last seconds, in decibels</source>
        <translation>最近几秒麦克风的电平（分贝）</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n result(s) for “{text}”</source>
        <translation>
            <numerusform>“{text}”有 %n 个结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the selected songs and folders (Shift+Enter)</source>
        <translation>加入选中的歌曲和文件夹（Shift+回车）</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>All music</source>
        <translation>所有音乐</translation>
    </message>
    <message>
        <source>Go to the parent folder (Backspace)</source>
        <translation>到上一级文件夹（退格键）</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Search in titles, artists, albums, file names</source>
        <translation>搜索标题、艺人、专辑、文件名</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索曲库</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>{path}: empty</source>
        <translation>{path}：空</translation>
    </message>
</context>
<context>
    <name>LinkOffer</name>
    <message>
        <source>Ableton Link: another program has set {bpm} bpm.</source>
        <translation>Ableton Link：另一个程序设置了 {bpm} bpm。</translation>
    </message>
    <message>
        <source>The circle keeps its tempo unless you take this one over.</source>
        <translation>如果你不采用，鼓圈保持自己的速度。</translation>
    </message>
    <message>
        <source>Use {bpm} bpm</source>
        <translation>使用 {bpm} bpm</translation>
    </message>
    <message>
        <source>Should invites that you click on open Drum Circle?</source>
        <translation>点击邀请时打开 Drum Circle 吗？</translation>
    </message>
    <message>
        <source>They begin with drumcircle://. You can undo it with “drumcircle link --remove”.</source>
        <translation>邀请以 drumcircle:// 开头。用“drumcircle link --remove”可以撤销。</translation>
    </message>
    <message>
        <source>Yes, open them</source>
        <translation>好，打开</translation>
    </message>
</context>
<context>
    <name>LogInForm</name>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>No account yet? Register</source>
        <translation>还没有账号？注册</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>LoginsDialog</name>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Log out: {what}</source>
        <translation>退出登录：{what}</translation>
    </message>
    <message>
        <source>Logins of {name}</source>
        <translation>{name} 的登录情况</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>登录情况</translation>
    </message>
    <message>
        <source>Since {time}, from {address}</source>
        <translation>自 {time} 起，来自 {address}</translation>
    </message>
    <message>
        <source>This account is logged in nowhere.</source>
        <translation>这个账号没有在任何地方登录。</translation>
    </message>
    <message>
        <source>last used {time}</source>
        <translation>最近使用 {time}</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>这个窗口</translation>
    </message>
    <message>
        <source>{mail}
{role}, {state}; registered {created}</source>
        <translation>{mail}
{role}，{state}；注册时间 {created}</translation>
    </message>
</context>
<context>
    <name>LoopDialog</name>
    <message>
        <source>Beats in it</source>
        <translation>里面的拍数</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a loop</source>
        <translation>选择循环乐段</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From the next cycle on; the circle takes the loop&apos;s tempo</source>
        <translation>从下一个循环起；鼓圈采用它的速度</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>慢一半</translation>
    </message>
    <message>
        <source>Loop to play to</source>
        <translation>伴奏乐段</translation>
    </message>
    <message>
        <source>No file is chosen: WAV, FLAC or OGG, up to 8 MiB and 5 minutes.</source>
        <translation>还没有选择文件：WAV、FLAC 或 OGG，最多 8 MiB、5 分钟。</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>没有伴奏</translation>
    </message>
    <message>
        <source>Play to it</source>
        <translation>跟它演奏</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>The circle plays to {name}, at {bpm} bpm.</source>
        <translation>鼓圈跟着 {name} 演奏，每分钟 {bpm} 拍。</translation>
    </message>
    <message>
        <source>The circle plays without a loop.</source>
        <translation>鼓圈没有伴奏乐段。</translation>
    </message>
    <message>
        <source>The loop has half as many beats, each twice as long</source>
        <translation>乐段的拍数减半，每拍加长一倍</translation>
    </message>
    <message>
        <source>The loop has twice as many beats, each half as long</source>
        <translation>乐段的拍数加倍，每拍缩短一半</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>快一倍</translation>
    </message>
    <message>
        <source>Volume for all</source>
        <translation>所有人的音量</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} 拍/分</translation>
    </message>
    <message>
        <source>{name} is silent: it sounds at {bpm} bpm only.</source>
        <translation>{name} 不出声：它只在每分钟 {bpm} 拍时响。</translation>
    </message>
    <message>
        <source>{name}, {length} s. It is at the server.</source>
        <translation>{name}，{length} 秒。已在服务器上。</translation>
    </message>
    <message>
        <source>{name}, {length} s. {percent} % are sent to the server.</source>
        <translation>{name}，{length} 秒。已向服务器发送 {percent} %。</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message numerus="yes">
        <source>A mail to %Ln account(s)</source>
        <translation>
            <numerusform>给 %Ln 人的邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy all addresses</source>
        <translation>复制所有地址</translation>
    </message>
    <message>
        <source>Mail {number} of {of}</source>
        <translation>第 {number} 封，共 {of} 封</translation>
    </message>
    <message>
        <source>No mail program opens this. Copy the addresses instead.</source>
        <translation>没有邮件程序能打开。请改为复制地址。</translation>
    </message>
    <message>
        <source>Nobody sees the addresses of the others.</source>
        <translation>谁也看不到别人的地址。</translation>
    </message>
    <message>
        <source>Your mail program takes only so many addresses at once, so each button opens a part of them.</source>
        <translation>邮件程序一次只能接受有限数量的地址，所以每个按钮打开其中一部分。</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>写邮件</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Conductor</source>
        <translation>带领者</translation>
    </message>
    <message>
        <source>Demo circle</source>
        <translation>演示鼓圈</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
</context>
<context>
    <name>MicrophoneDialog</name>
    <message>
        <source>A microphone turns your drum into a pad. The others hear your strokes one period later, exactly when you played them.</source>
        <translation>麦克风把你的鼓变成打击垫。别人在一个周期后听到你的鼓声，和你敲的时刻分毫不差。</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再来</translation>
    </message>
    <message>
        <source>Bass</source>
        <translation>低音</translation>
    </message>
    <message>
        <source>Bass, tone and slap are learned. Play, and see which one lights up.</source>
        <translation>低音、中音和拍击已学会。敲一敲，看哪个亮。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>声道</translation>
    </message>
    <message>
        <source>Choose a microphone. Then play: a drum, a table, a box or your hands will do.</source>
        <translation>选择麦克风。然后敲：鼓、桌子、箱子或你的手都行。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Dots are strokes. Grey ones are softer than the dashed line, or none that was learned.</source>
        <translation>点表示击打。灰点比虚线更轻，或不属于已学会的击打。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Learn my strokes</source>
        <translation>学习我的敲法</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>没有麦克风</translation>
    </message>
    <message>
        <source>Play a real drum</source>
        <translation>敲真正的鼓</translation>
    </message>
    <message>
        <source>Play now: every stroke sounds as a tone. With “Learn my strokes”, bass, tone and slap differ.</source>
        <translation>现在敲：每一下都是中音。用“学习我的敲法”可以区分低音、中音和拍击。</translation>
    </message>
    <message numerus="yes">
        <source>Play {stroke}: %n more time(s), some soft and some loud.</source>
        <translation>
            <numerusform>敲{stroke}：还要 %n 次，有轻有响。</numerusform>
        </translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>拍击</translation>
    </message>
    <message>
        <source>Softest stroke</source>
        <translation>最轻的一击</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>停止学习</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>中音</translation>
    </message>
    <message>
        <source>Use headphones if you can. With loudspeakers, Drum Circle takes its own sound out of the microphone; this takes it a few seconds to learn, and soft strokes may be lost.</source>
        <translation>能用耳机就用耳机。用音箱时，Drum Circle 会把自己的声音从麦克风里去掉；学会要几秒钟，轻的鼓声可能丢失。</translation>
    </message>
</context>
<context>
    <name>MidiOutDialog</name>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>As soon as struck</source>
        <translation>一击打就发送</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Choose the output that your drum module, synthesizer or music program listens to.</source>
        <translation>选择你的鼓音源、合成器或音乐软件所接收的输出端口。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>If your module sounds late, send earlier; if it sounds early, enter a negative number.</source>
        <translation>如果音源发声偏晚，请提前发送；如果偏早，请输入负数。</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>MIDI 时钟，包括开始、停止和乐曲位置</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>MIDI 输出</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>无输出</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>鼓的音符</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>音符…</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>自己的鼓声</translation>
    </message>
    <message>
        <source>Play on a MIDI device</source>
        <translation>用 MIDI 设备演奏</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>提前发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Sending to: {port}</source>
        <translation>正在发送到：{port}</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>停止所有声音</translation>
    </message>
    <message>
        <source>Strokes leave at the moment at which you hear them, as loud as in your mixer. To hear only the device, turn down “Everything” in the card “You”.</source>
        <translation>鼓声在你听到的同时发出，音量与混音器一致。若只想听设备，请在“你”卡片中调低“全部”。</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>引导，包括预备拍</translation>
    </message>
    <message>
        <source>The output is being opened.</source>
        <translation>正在打开输出端口。</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>其他人的鼓声</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>再次响起时</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>与其声音同时</translation>
    </message>
</context>
<context>
    <name>MissingFilesLine</name>
    <message>
        <source>Upload the missing songs to {room}</source>
        <translation>把缺少的歌上传到 {room}</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>缺 %n 首歌</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MixerCard</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Faders and buttons of MIDI controllers</source>
        <translation>MIDI 控制器的推子和按钮</translation>
    </message>
    <message>
        <source>MIDI…</source>
        <translation>MIDI…</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>混音器</translation>
    </message>
    <message>
        <source>There are no players yet. Each gets a row here when they join.</source>
        <translation>还没有乐手。有人加入时，这里就会多一行。</translation>
    </message>
    <message>
        <source>changes only what you hear</source>
        <translation>只改变你听到的</translation>
    </message>
    <message>
        <source>for you only</source>
        <translation>仅对你</translation>
    </message>
</context>
<context>
    <name>MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>混音器</translation>
    </message>
</context>
<context>
    <name>MixerStrip</name>
    <message>
        <source>Hear {name} alone</source>
        <translation>只听 {name}</translation>
    </message>
    <message>
        <source>M</source>
        <comment>mute</comment>
        <translation>静</translation>
    </message>
    <message>
        <source>Mute {name} for yourself</source>
        <translation>只为自己把 {name} 静音</translation>
    </message>
    <message>
        <source>S</source>
        <comment>solo</comment>
        <translation>独</translation>
    </message>
    <message>
        <source>Volume of {name}</source>
        <translation>{name} 的音量</translation>
    </message>
    <message>
        <source>{name}, from left to right</source>
        <translation>{name}，从左到右</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Again</source>
        <translation>再来</translation>
    </message>
    <message>
        <source>All play softly, then loudly, in turn.</source>
        <translation>大家轮流轻敲和重敲。</translation>
    </message>
    <message>
        <source>All start together. You hear what was played before All stop.</source>
        <translation>大家一起开始。你会听到“全体停”之前敲的。</translation>
    </message>
    <message>
        <source>All start</source>
        <translation>全体起</translation>
    </message>
    <message>
        <source>All stop</source>
        <translation>全体停</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应</translation>
    </message>
    <message>
        <source>Bells</source>
        <translation>铃</translation>
    </message>
    <message>
        <source>Build up</source>
        <translation>逐层加入</translation>
    </message>
    <message>
        <source>Call and response</source>
        <translation>一呼一应</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼</translation>
    </message>
    <message>
        <source>Everybody plays, everybody hears everybody.</source>
        <translation>所有人演奏，所有人听到所有人。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一点</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>第一半</translation>
    </message>
    <message>
        <source>Follow the leader</source>
        <translation>跟随领奏</translation>
    </message>
    <message>
        <source>Free play</source>
        <translation>自由演奏</translation>
    </message>
    <message>
        <source>High drums</source>
        <translation>高音鼓</translation>
    </message>
    <message>
        <source>Imitate</source>
        <translation>模仿</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>最后一次</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>领奏</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>听</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>响一点</translation>
    </message>
    <message>
        <source>Low drums</source>
        <translation>低音鼓</translation>
    </message>
    <message>
        <source>Middle drums</source>
        <translation>中音鼓</translation>
    </message>
    <message>
        <source>One half of the circle calls, the other half answers.</source>
        <translation>一半人呼，另一半应。</translation>
    </message>
    <message>
        <source>One part after the other stops, until the low drums are alone.</source>
        <translation>各声部一个接一个停下，直到只剩低音鼓。</translation>
    </message>
    <message>
        <source>One player after the other plays a solo. The others play softly.</source>
        <translation>乐手一个接一个独奏。其他人轻轻敲。</translation>
    </message>
    <message>
        <source>One player leads, all listen, then all imitate three times.</source>
        <translation>一位领奏，大家先听，然后一起模仿三次。</translation>
    </message>
    <message>
        <source>Only the players that you choose are heard.</source>
        <translation>只听得到你选的乐手。</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>只听这些</translation>
    </message>
    <message>
        <source>Play softly</source>
        <translation>轻敲</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>演奏</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>第二半</translation>
    </message>
    <message>
        <source>Shakers</source>
        <translation>沙锤</translation>
    </message>
    <message>
        <source>Silence. What was played last is kept for All start.</source>
        <translation>安静。最后敲的留给“全体起”。</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>渐慢</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一点</translation>
    </message>
    <message>
        <source>Soft and loud</source>
        <translation>轻与响</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>轻一点</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>独奏</translation>
    </message>
    <message>
        <source>Solos</source>
        <translation>独奏</translation>
    </message>
    <message>
        <source>Speed up</source>
        <translation>渐快</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The low drums begin. One part after the other joins in.</source>
        <translation>低音鼓先开始，各声部一个接一个加入。</translation>
    </message>
    <message>
        <source>The tempo falls with each beat.</source>
        <translation>每一拍都放慢。</translation>
    </message>
    <message>
        <source>The tempo rises with each beat.</source>
        <translation>每一拍都加快。</translation>
    </message>
    <message>
        <source>The two halves of the circle play in turn.</source>
        <translation>鼓圈的两半轮流演奏。</translation>
    </message>
    <message>
        <source>Thin out</source>
        <translation>逐层退出</translation>
    </message>
    <message>
        <source>Two halves</source>
        <translation>两半</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到你</translation>
    </message>
    <message>
        <source>Your turn: {word} in</source>
        <translation>轮到你：{word}，还有</translation>
    </message>
    <message>
        <source>until the conductor goes on</source>
        <translation>直到带领者继续</translation>
    </message>
    <message numerus="yes">
        <source>your turn in %n beat(s)</source>
        <translation>
            <numerusform>%n 拍后轮到你</numerusform>
        </translation>
    </message>
    <message>
        <source>{mode}: paused</source>
        <translation>{mode}：暂停</translation>
    </message>
    <message>
        <source>{who}: {word}</source>
        <translation>{who}:{word}</translation>
    </message>
    <message numerus="yes">
        <source>{word} in %n beat(s)</source>
        <translation>
            <numerusform>%n 拍后{word}</numerusform>
        </translation>
    </message>
    <message>
        <source>{word} in</source>
        <translation>{word}，还有</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Edit the guide…</source>
        <translation>编辑引导…</translation>
    </message>
    <message>
        <source>End mode</source>
        <translation>结束模式</translation>
    </message>
    <message>
        <source>Go to the next step with the next cycle (Ctrl+K)</source>
        <translation>下一个循环进入下一步（Ctrl+K）</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Loop to play to…</source>
        <translation>伴奏乐段…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next: {mode}</source>
        <translation>接下来：{mode}</translation>
    </message>
    <message>
        <source>Options and session…</source>
        <translation>选项和流程…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Plain guide</source>
        <translation>简单引导</translation>
    </message>
    <message>
        <source>Play freely for a while (Ctrl+P)</source>
        <translation>先自由演奏一会儿（Ctrl+P）</translation>
    </message>
    <message>
        <source>Play freely from the next cycle on (Ctrl+E)</source>
        <translation>从下一个循环起自由演奏（Ctrl+E）</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>What everybody hears besides the strokes: the guide (Ctrl+G edits it), and a loop (Ctrl+O)</source>
        <translation>除了鼓声，大家还听到什么：引导（Ctrl+G 编辑）和伴奏乐段（Ctrl+O）</translation>
    </message>
    <message>
        <source>What the circle does: who plays, who listens</source>
        <translation>鼓圈做什么：谁演奏，谁听</translation>
    </message>
</context>
<context>
    <name>ModeDialog</name>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n 个循环</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the session</source>
        <translation>加到流程</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开流程</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>运行这一步</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存流程</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Session: F9 runs the next step</source>
        <translation>流程：F9 运行下一步</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>session</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>{bpm:g} bpm</source>
        <translation>{bpm:g} 拍/分</translation>
    </message>
</context>
<context>
    <name>ModeOptions</name>
    <message>
        <source> bpm</source>
        <translation> 拍/分</translation>
    </message>
    <message>
        <source> cycles</source>
        <translation> 个循环</translation>
    </message>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n 个循环</numerusform>
        </translation>
    </message>
    <message>
        <source>Each step lasts</source>
        <translation>每步持续</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领奏</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Players, in order</source>
        <translation>乐手，按顺序</translation>
    </message>
    <message>
        <source>Tempo at the end</source>
        <translation>最后的速度</translation>
    </message>
    <message>
        <source>one period</source>
        <translation>一个周期</translation>
    </message>
    <message>
        <source>{by:+} bpm</source>
        <translation>{by:+} 拍/分</translation>
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
        <translation>乐手</translation>
    </message>
</context>
<context>
    <name>NewInvite</name>
    <message>
        <source>For whom the invite is</source>
        <translation>邀请给谁</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>给谁？</translation>
    </message>
    <message>
        <source>How long the invite is valid</source>
        <translation>邀请多久有效</translation>
    </message>
    <message>
        <source>How many players can join with it</source>
        <translation>多少乐手可以用它加入</translation>
    </message>
    <message>
        <source>Make invite</source>
        <translation>制作邀请</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>for a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>一小时</translation>
    </message>
    <message numerus="yes">
        <source>player(s)</source>
        <translation>
            <numerusform>人</numerusform>
        </translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>没有期限</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关掉（Esc）</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关掉</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Another change has not taken effect yet: wait until it has.</source>
        <translation>另一项更改还没有生效：等它生效。</translation>
    </message>
    <message>
        <source>Another conductor has just changed this.</source>
        <translation>另一位带领者刚改过。</translation>
    </message>
    <message>
        <source>Ask for a new invite.</source>
        <translation>请要一个新邀请。</translation>
    </message>
    <message>
        <source>Ask its conductor for a new invite.</source>
        <translation>向带领者要一个新邀请。</translation>
    </message>
    <message>
        <source>Ask the hub&apos;s administrator.</source>
        <translation>请询问枢纽的管理员。</translation>
    </message>
    <message>
        <source>Both invites are replaced: nobody can join with the old ones any more.</source>
        <translation>两个邀请都已更换：旧邀请不能再用来加入。</translation>
    </message>
    <message>
        <source>Both invites were replaced while you were away: nobody can join with the old ones any more.</source>
        <translation>你不在时，两个邀请都已更换：旧邀请不能再用来加入。</translation>
    </message>
    <message>
        <source>Check that the invite is right and that the circle is running, then try again.</source>
        <translation>检查邀请是否正确、鼓圈是否在运行，然后再试。</translation>
    </message>
    <message>
        <source>Check the hub&apos;s address, then try again.</source>
        <translation>检查枢纽的地址，然后再试一次。</translation>
    </message>
    <message>
        <source>Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes.</source>
        <translation>请选择不超过 8 MiB、5 分钟的 WAV、FLAC 或 OGG 文件。</translation>
    </message>
    <message>
        <source>Choose a device to try it again.</source>
        <translation>选择一个设备再试。</translation>
    </message>
    <message>
        <source>Choose a name of 1 to 32 visible characters.</source>
        <translation>请选一个 1 到 32 个可见字符的名字。</translation>
    </message>
    <message>
        <source>Choose another device.</source>
        <translation>选择别的设备。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名字。</translation>
    </message>
    <message>
        <source>Enter your whole mail address.</source>
        <translation>请输入完整的邮箱地址。</translation>
    </message>
    <message>
        <source>It has more than two channels.</source>
        <translation>它的声道多于两个。</translation>
    </message>
    <message>
        <source>It is like this already.</source>
        <translation>已经是这样了。</translation>
    </message>
    <message>
        <source>It lasts longer than 5 minutes.</source>
        <translation>它长于 5 分钟。</translation>
    </message>
    <message>
        <source>It starts again by itself: you need not do anything.</source>
        <translation>它会自己重新开始：你什么都不用做。</translation>
    </message>
    <message>
        <source>It will be possible as soon as the connection is back.</source>
        <translation>连接恢复后就可以了。</translation>
    </message>
    <message>
        <source>Log in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Look again, then decide.</source>
        <translation>再看一看，然后决定。</translation>
    </message>
    <message>
        <source>Look at the list of accounts.</source>
        <translation>请查看账号列表。</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>请短一点。</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>请先让别人成为管理员。</translation>
    </message>
    <message>
        <source>No audio device was found.</source>
        <translation>没有找到声音设备。</translation>
    </message>
    <message>
        <source>No conductor has answered.</source>
        <translation>没有带领者回答。</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>没有找到麦克风。</translation>
    </message>
    <message>
        <source>One joins this circle with an invite: ask the conductor for one.</source>
        <translation>这个鼓圈凭邀请加入：向带领者要一个。</translation>
    </message>
    <message>
        <source>Only a conductor may do this.</source>
        <translation>只有带领者可以这样做。</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>只有管理员可以这样做。</translation>
    </message>
    <message>
        <source>Only players with an account on this hub can come in: log in, or ask for an account.</source>
        <translation>只有在这个枢纽上有账号的乐手可以进来：请登录，或申请账号。</translation>
    </message>
    <message>
        <source>Play with the guide, or ask the conductor for another file.</source>
        <translation>跟着引导演奏，或请带领者换一个文件。</translation>
    </message>
    <message>
        <source>Plug it in again, or play with keys and pads.</source>
        <translation>重新插上，或用按键和打击垫演奏。</translation>
    </message>
    <message>
        <source>Plug it in and it will be used by itself.</source>
        <translation>插上后会自动使用。</translation>
    </message>
    <message>
        <source>Plug it in, or choose another.</source>
        <translation>插上它，或选择别的。</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server; it will be used then.</source>
        <translation>插上一个，或启动声音服务器；之后会自动使用。</translation>
    </message>
    <message>
        <source>Plug one in, then choose it.</source>
        <translation>插上一个，然后选择它。</translation>
    </message>
    <message>
        <source>Put it back, or choose another kit.</source>
        <translation>放回去，或选择别的音色组。</translation>
    </message>
    <message>
        <source>Register without it, or look it up again.</source>
        <translation>不用它注册，或再核对一次。</translation>
    </message>
    <message>
        <source>Somebody has that name, or one that looks alike, already.</source>
        <translation>这个名字或看起来相似的名字已经有人用了。</translation>
    </message>
    <message>
        <source>Strokes more than a period away from now were left out.</source>
        <translation>离现在超过一个周期的鼓声被略去了。</translation>
    </message>
    <message>
        <source>The MIDI port “{device}” is not there.</source>
        <translation>MIDI 端口“{device}”不在。</translation>
    </message>
    <message>
        <source>The audio device keeps failing and was switched off.</source>
        <translation>声音设备反复出错，已被关闭。</translation>
    </message>
    <message>
        <source>The audio device “{device}” is not there.</source>
        <translation>声音设备“{device}”不在。</translation>
    </message>
    <message>
        <source>The circle at {place} cannot be reached ({reason}).</source>
        <translation>连不上 {place} 的鼓圈（{reason}）。</translation>
    </message>
    <message>
        <source>The circle cannot be reached.</source>
        <translation>连不上鼓圈。</translation>
    </message>
    <message>
        <source>The circle is full: try again when a member has left.</source>
        <translation>鼓圈满了：有人离开后再试。</translation>
    </message>
    <message>
        <source>The conductor has ended the circle.</source>
        <translation>带领者结束了鼓圈。</translation>
    </message>
    <message>
        <source>The conductor has not let you in.</source>
        <translation>带领者没有让你进来。</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>带领者把你移出了鼓圈。</translation>
    </message>
    <message>
        <source>The connection was lost ({reason}).</source>
        <translation>连接断了（{reason}）。</translation>
    </message>
    <message>
        <source>The hub at {place} cannot be reached ({reason}).</source>
        <translation>连不上 {place} 的枢纽（{reason}）。</translation>
    </message>
    <message>
        <source>The hub cannot read or save its accounts now.</source>
        <translation>枢纽现在无法读取或保存账号。</translation>
    </message>
    <message>
        <source>The hub does not answer.</source>
        <translation>枢纽没有回应。</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the disk does not take its file.</source>
        <translation>乐段“{name}”能听到，但没有和录音一起保存：磁盘无法写入它的文件。</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the recordings fill the limit.</source>
        <translation>乐段“{name}”能听到，但没有和录音一起保存：录音已达上限。</translation>
    </message>
    <message>
        <source>The loop “{name}” is heard, but not kept with the recording: the server does not have its file any more.</source>
        <translation>乐段“{name}”能听到，但没有和录音一起保存：服务器上已没有它的文件。</translation>
    </message>
    <message>
        <source>The microphone “{device}” is not there.</source>
        <translation>麦克风“{device}”不在。</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>名字或密码不对。</translation>
    </message>
    <message>
        <source>The others may hear it.</source>
        <translation>别人可能听得到。</translation>
    </message>
    <message>
        <source>The password must not contain your name or your mail address.</source>
        <translation>密码不能包含你的名字或邮箱。</translation>
    </message>
    <message>
        <source>The password needs 10 to 200 characters.</source>
        <translation>密码需要 10 到 200 个字符。</translation>
    </message>
    <message>
        <source>The players&apos; own recordings have it.</source>
        <translation>乐手们自己的录音里有它。</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>服务器关闭了连接。</translation>
    </message>
    <message>
        <source>The sound is back, on {device}.</source>
        <translation>声音恢复了，用 {device}。</translation>
    </message>
    <message>
        <source>The sound stopped, because {cause}.</source>
        <translation>声音停了，因为{cause}。</translation>
    </message>
    <message>
        <source>There is no account “{name}”.</source>
        <translation>没有账号“{name}”。</translation>
    </message>
    <message>
        <source>There is no sound in it.</source>
        <translation>其中没有声音。</translation>
    </message>
    <message>
        <source>There is no sound on {device} now.</source>
        <translation>{device} 现在没有声音。</translation>
    </message>
    <message>
        <source>This cannot be sent: it is too long or out of range.</source>
        <translation>不能发送：太长或超出范围。</translation>
    </message>
    <message>
        <source>This circle has ended.</source>
        <translation>这个鼓圈已结束。</translation>
    </message>
    <message>
        <source>This code is not valid, or has been used.</source>
        <translation>这个代码无效，或者已经用过。</translation>
    </message>
    <message>
        <source>This hub keeps no accounts.</source>
        <translation>这个枢纽没有账号。</translation>
    </message>
    <message>
        <source>This invite is for players: nobody can conduct with it.</source>
        <translation>这是乐手的邀请：不能用它带领。</translation>
    </message>
    <message>
        <source>This is no WAV, FLAC or OGG file, or it is damaged.</source>
        <translation>这不是 WAV、FLAC 或 OGG 文件，或者文件已损坏。</translation>
    </message>
    <message>
        <source>This is not the server of the invite: its certificate is another one.</source>
        <translation>这不是邀请里的服务器：证书不同。</translation>
    </message>
    <message>
        <source>Too many strokes at once: some were left out.</source>
        <translation>一次敲得太多：略去了一些。</translation>
    </message>
    <message>
        <source>Too many wait to be let in: try again in a while.</source>
        <translation>等待进入的人太多：过一会儿再试。</translation>
    </message>
    <message>
        <source>Too many wrong passwords came from your network, or for this account.</source>
        <translation>来自你的网络或针对这个账号的错误密码太多。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>请一分钟后再试。</translation>
    </message>
    <message>
        <source>Try again later, or ask its owner.</source>
        <translation>请稍后再试，或询问它的主人。</translation>
    </message>
    <message>
        <source>Try again later, or ask the hub&apos;s administrator.</source>
        <translation>请稍后再试，或询问枢纽的管理员。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Type the same password twice.</source>
        <translation>两次输入相同的密码。</translation>
    </message>
    <message>
        <source>Use at least 4 different characters in the password.</source>
        <translation>密码里至少用 4 个不同的字符。</translation>
    </message>
    <message>
        <source>Very many accounts wait for approval here.</source>
        <translation>这里等待批准的账号非常多。</translation>
    </message>
    <message>
        <source>Very many people log in just now.</source>
        <translation>现在登录的人非常多。</translation>
    </message>
    <message>
        <source>Wait some minutes, then try again.</source>
        <translation>等几分钟，然后再试。</translation>
    </message>
    <message>
        <source>You are not connected</source>
        <translation>你没有连接</translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation>你没有登录。</translation>
    </message>
    <message>
        <source>You cannot hear the loop {name}: {problem}.</source>
        <translation>听不到伴奏 {name}：{problem}。</translation>
    </message>
    <message>
        <source>You have joined this circle again from another window or device.</source>
        <translation>你又从另一个窗口或设备加入了这个鼓圈。</translation>
    </message>
    <message>
        <source>You left the circle.</source>
        <translation>你离开了鼓圈。</translation>
    </message>
    <message>
        <source>You need none here.</source>
        <translation>这里不需要账号。</translation>
    </message>
    <message>
        <source>You no longer wait to be let in.</source>
        <translation>你不再等待进入。</translation>
    </message>
    <message>
        <source>You write faster than the others can read: wait a moment.</source>
        <translation>你写得比别人读得还快：等一下。</translation>
    </message>
    <message>
        <source>Your account has been disabled.</source>
        <translation>你的账号已被停用。</translation>
    </message>
    <message>
        <source>Your account is waiting for an administrator&apos;s approval.</source>
        <translation>你的账号在等待管理员批准。</translation>
    </message>
    <message>
        <source>Your account may play, but not create circles.</source>
        <translation>你的账号可以演奏，但不能开鼓圈。</translation>
    </message>
    <message>
        <source>Your settings could not be saved: {error}.</source>
        <translation>设置保存不了：{error}。</translation>
    </message>
    <message>
        <source>{device} is plugged in.</source>
        <translation>{device} 已插上。</translation>
    </message>
    <message>
        <source>{device} was unplugged.</source>
        <translation>{device} 已拔下。</translation>
    </message>
    <message>
        <source>{file} cannot be played.</source>
        <translation>无法播放 {file}。</translation>
    </message>
    <message>
        <source>{file} is larger than 8 MiB.</source>
        <translation>{file} 大于 8 MiB。</translation>
    </message>
    <message>
        <source>{name} has left already.</source>
        <translation>{name} 已经离开。</translation>
    </message>
    <message>
        <source>{name} has replaced both invites: nobody can join with the old ones any more.</source>
        <translation>{name} 更换了两个邀请：旧邀请不能再用来加入。</translation>
    </message>
    <message>
        <source>{name} is the only administrator.</source>
        <translation>{name} 是唯一的管理员。</translation>
    </message>
    <message>
        <source>“Who may come in…” shows the new ones: send them to those who are to come later.</source>
        <translation>“谁可以进来…”里有新邀请：请发给以后要来的人。</translation>
    </message>
    <message>
        <source>“{device}” could not be opened ({error}).</source>
        <translation>“{device}”打不开（{error}）。</translation>
    </message>
    <message>
        <source>“{device}” could not be started ({error}).</source>
        <translation>“{device}”启动不了（{error}）。</translation>
    </message>
    <message>
        <source>“{file}” is missing.</source>
        <translation>缺少“{file}”。</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>A number from {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Consume</source>
        <translation>播完移除</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options: {names}</source>
        <translation>选项：{names}</translation>
    </message>
    <message>
        <source>Play the songs in random order</source>
        <translation>随机播放歌曲</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Remove songs from the queue once they have been played</source>
        <translation>歌曲播完后从队列移除</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Repeat, random, single, consume</source>
        <translation>重复、随机、单曲、播完移除</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>单曲</translation>
    </message>
    <message>
        <source>Start again at the end of the queue</source>
        <translation>队列播完后从头开始</translation>
    </message>
    <message>
        <source>Stop after each song; with Repeat, repeat it</source>
        <translation>每首歌后停止；同时选“重复”则重复它</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
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
        <translation>打击垫</translation>
    </message>
    <message>
        <source>Pad, key {key}</source>
        <translation>打击垫，按键 {key}</translation>
    </message>
</context>
<context>
    <name>PadGrid</name>
    <message>
        <source>Pads</source>
        <translation>打击垫</translation>
    </message>
</context>
<context>
    <name>Pads</name>
    <message>
        <source>Agogo, high</source>
        <translation>阿哥哥，高</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>阿哥哥，低</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>底鼓</translation>
    </message>
    <message>
        <source>Bass drum, soft</source>
        <translation>底鼓，轻</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>低音</translation>
    </message>
    <message>
        <source>Bell tree</source>
        <translation>铃树</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>邦戈，高</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>邦戈，低</translation>
    </message>
    <message>
        <source>Cabasa</source>
        <translation>卡巴萨</translation>
    </message>
    <message>
        <source>Castanets</source>
        <translation>响板</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国镲</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>响棒</translation>
    </message>
    <message>
        <source>Conga</source>
        <translation>康加</translation>
    </message>
    <message>
        <source>Conga, high open</source>
        <translation>康加，高开音</translation>
    </message>
    <message>
        <source>Conga, low</source>
        <translation>康加，低</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>康加，拍击</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>牛铃</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>吊镲</translation>
    </message>
    <message>
        <source>Crash, second</source>
        <translation>吊镲，第二</translation>
    </message>
    <message>
        <source>Cuica, mute</source>
        <translation>奎卡，闷</translation>
    </message>
    <message>
        <source>Cuica, open</source>
        <translation>奎卡，开</translation>
    </message>
    <message>
        <source>Djembe bass</source>
        <translation>非洲鼓低音</translation>
    </message>
    <message>
        <source>Djembe slap</source>
        <translation>非洲鼓拍击</translation>
    </message>
    <message>
        <source>Djembe tone</source>
        <translation>非洲鼓中音</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>非洲鼓，低音</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>非洲鼓，拍击</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>非洲鼓，中音</translation>
    </message>
    <message>
        <source>Dundun, high</source>
        <translation>敦敦鼓，高</translation>
    </message>
    <message>
        <source>Dundun, middle</source>
        <translation>敦敦鼓，中</translation>
    </message>
    <message>
        <source>Floor tom</source>
        <translation>落地桶鼓</translation>
    </message>
    <message>
        <source>Floor tom, low</source>
        <translation>落地桶鼓，低</translation>
    </message>
    <message>
        <source>Guiro, long</source>
        <translation>刮瓜，长</translation>
    </message>
    <message>
        <source>Guiro, short</source>
        <translation>刮瓜，短</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>拍手</translation>
    </message>
    <message>
        <source>Hi-hat closed</source>
        <translation>踩镲闭</translation>
    </message>
    <message>
        <source>Hi-hat edge, closed</source>
        <translation>踩镲边，闭</translation>
    </message>
    <message>
        <source>Hi-hat edge, open</source>
        <translation>踩镲边，开</translation>
    </message>
    <message>
        <source>Hi-hat open</source>
        <translation>踩镲开</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>踩镲，闭</translation>
    </message>
    <message>
        <source>Hi-hat, half open</source>
        <translation>踩镲，半开</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>踩镲，开</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>踩镲，踏板</translation>
    </message>
    <message>
        <source>Hi-hat, splash</source>
        <translation>踩镲，水镲</translation>
    </message>
    <message>
        <source>High Q</source>
        <translation>高 Q</translation>
    </message>
    <message>
        <source>Jingle bells</source>
        <translation>雪铃</translation>
    </message>
    <message>
        <source>Low drum</source>
        <translation>低音鼓</translation>
    </message>
    <message>
        <source>Maracas</source>
        <translation>沙球</translation>
    </message>
    <message>
        <source>Metronome bell</source>
        <translation>节拍器铃</translation>
    </message>
    <message>
        <source>Metronome click</source>
        <translation>节拍器</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>叮叮镲</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>叮叮镲，镲帽</translation>
    </message>
    <message>
        <source>Ride, edge</source>
        <translation>叮叮镲，边</translation>
    </message>
    <message>
        <source>Scratch pull</source>
        <translation>搓碟，拉</translation>
    </message>
    <message>
        <source>Scratch push</source>
        <translation>搓碟，推</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>沙锤</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>鼓边</translation>
    </message>
    <message>
        <source>Slap</source>
        <translation>拍击</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>军鼓</translation>
    </message>
    <message>
        <source>Snare, rim</source>
        <translation>军鼓，鼓圈</translation>
    </message>
    <message>
        <source>Splash</source>
        <translation>水镲</translation>
    </message>
    <message>
        <source>Square click</source>
        <translation>方波声</translation>
    </message>
    <message>
        <source>Sticks</source>
        <translation>鼓棒</translation>
    </message>
    <message>
        <source>Surdo, mute</source>
        <translation>苏尔多，闷</translation>
    </message>
    <message>
        <source>Surdo, open</source>
        <translation>苏尔多，开</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>铃鼓</translation>
    </message>
    <message>
        <source>Timbale, high</source>
        <translation>天巴鼓，高</translation>
    </message>
    <message>
        <source>Timbale, low</source>
        <translation>天巴鼓，低</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>桶鼓，高</translation>
    </message>
    <message>
        <source>Tom, highest</source>
        <translation>桶鼓，最高</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>桶鼓，低</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>桶鼓，中</translation>
    </message>
    <message>
        <source>Triangle, mute</source>
        <translation>三角铁，闷</translation>
    </message>
    <message>
        <source>Triangle, open</source>
        <translation>三角铁，开</translation>
    </message>
    <message>
        <source>Vibraslap</source>
        <translation>颤音器</translation>
    </message>
    <message>
        <source>Whistle, long</source>
        <translation>哨，长</translation>
    </message>
    <message>
        <source>Whistle, short</source>
        <translation>哨，短</translation>
    </message>
    <message>
        <source>Wood block, high</source>
        <translation>木鱼，高</translation>
    </message>
    <message>
        <source>Wood block, low</source>
        <translation>木鱼，低</translation>
    </message>
</context>
<context>
    <name>PadsDialog</name>
    <message>
        <source>By the name of the device</source>
        <translation>按设备名称</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>鼓</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Hit: {pad} ({n} of {all}). Skip what your drum does not have.</source>
        <translation>敲：{pad}（{n}/{all}）。没有的就跳过。</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>音色组</translation>
    </message>
    <message>
        <source>Learned: {pads}</source>
        <translation>已学会：{pads}</translation>
    </message>
    <message>
        <source>Leave out bounces within</source>
        <translation>略去弹跳，间隔</translation>
    </message>
    <message>
        <source>Leave out pads shaken below</source>
        <translation>略去被震到的垫，低于</translation>
    </message>
    <message>
        <source>Leave out softer than</source>
        <translation>略去更轻的</translation>
    </message>
    <message>
        <source>MIDI drums</source>
        <translation>MIDI 鼓</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} is left out.</source>
        <translation>音符 {note}：{pad}，{struck} 被略去。</translation>
    </message>
    <message>
        <source>Note {note}: {pad}, {struck} sounds as {played}.</source>
        <translation>音符 {note}：{pad}，{struck} 当作 {played}。</translation>
    </message>
    <message>
        <source>Play with this drum</source>
        <translation>用这个鼓演奏</translation>
    </message>
    <message>
        <source>Play. If a pad sounds wrong, choose your kit above, or teach the program your pads.</source>
        <translation>敲一敲。如果某个打击垫声音不对，在上面选择你的鼓，或者教程序认识你的打击垫。</translation>
    </message>
    <message>
        <source>Plug in a drum kit or a pad controller; it appears here by itself.</source>
        <translation>插上电子鼓或打击垫控制器，它会自己出现在这里。</translation>
    </message>
    <message>
        <source>Set up your drum</source>
        <translation>设置你的鼓</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Stop all sounds</source>
        <translation>停止所有声音</translation>
    </message>
    <message>
        <source>Stop teaching</source>
        <translation>停止学习</translation>
    </message>
    <message>
        <source>Teach my pads</source>
        <translation>学习我的打击垫</translation>
    </message>
    <message>
        <source>To the right: how hard you hit. Upwards: how loud it sounds. Grey dots are left out.</source>
        <translation>向右：你击打的力度。向上：发声的音量。灰点会被忽略。</translation>
    </message>
    <message>
        <source>Touch: heavy to light</source>
        <translation>手感：从重到轻</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
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
        <translation>返回</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
</context>
<context>
    <name>PermanentInvites</name>
    <message>
        <source>New invite for conductors</source>
        <translation>新的带领者邀请</translation>
    </message>
    <message>
        <source>New invite for players</source>
        <translation>新的乐手邀请</translation>
    </message>
    <message>
        <source>One for players, one for conductors. They are valid until you replace them.</source>
        <translation>一个给乐手，一个给带领者。更换之前一直有效。</translation>
    </message>
    <message>
        <source>The new invite for conductors, who can also stop the circle</source>
        <translation>新的带领者邀请；带领者也可以停止鼓圈</translation>
    </message>
    <message>
        <source>The new invite for players</source>
        <translation>新的乐手邀请</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>伴奏</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>PlayerHeader</name>
    <message>
        <source>Conduct</source>
        <translation>带领</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>鼓圈</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Modes, cues, tempo and players, in a window of its own (Ctrl+Shift+C)</source>
        <translation>模式、提示、速度和乐手，在单独的窗口里（Ctrl+Shift+C）</translation>
    </message>
    <message>
        <source>The conductor has been asked</source>
        <translation>已询问带领者</translation>
    </message>
    <message>
        <source>What does that mean?</source>
        <translation>这是什么意思？</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>你是 {name}</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s early</source>
        <translation>你的鼓声早到 {s:.1f} 秒</translation>
    </message>
    <message>
        <source>Your strokes arrive {s:.1f} s too late</source>
        <translation>你的鼓声晚到 {s:.1f} 秒</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>拍</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>拍/分</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>s until you are heard</source>
        <translation>秒后别人听到你</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>带领</translation>
    </message>
    <message>
        <source>Connection lost, trying again: the others may not hear what you play</source>
        <translation>连接断了，正在重试：别人可能听不到你敲的</translation>
    </message>
    <message>
        <source>Connection lost: the others may not hear you</source>
        <translation>连接断了：别人可能听不到你</translation>
    </message>
    <message>
        <source>Not in the circle yet: only you hear what you play</source>
        <translation>还没进入鼓圈：只有你听到你敲的</translation>
    </message>
    <message>
        <source>Not your turn: only you hear what you play</source>
        <translation>还没轮到你：只有你听到你敲的</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>打击垫</translation>
    </message>
    <message>
        <source>Play on as before.</source>
        <translation>像之前一样继续演奏。</translation>
    </message>
    <message>
        <source>Play on; modes, cues and players are one click away.</source>
        <translation>继续演奏；模式、提示和乐手一点就到。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>The circle stands still: only you hear what you play</source>
        <translation>鼓圈停着：只有你听到你敲的</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in</source>
        <translation>已请带领者让你进入</translation>
    </message>
    <message>
        <source>The conductor has been asked to let you in: only you hear what you play</source>
        <translation>已请带领者让你进入：只有你听到你敲的</translation>
    </message>
    <message>
        <source>The conductor has muted you: only you hear what you play</source>
        <translation>带领者把你静音了：只有你听到你敲的</translation>
    </message>
    <message>
        <source>You are in the spotlight</source>
        <translation>你在聚光灯下</translation>
    </message>
    <message>
        <source>You are in the spotlight: everybody hears you louder in {s:.1f} s</source>
        <translation>你在聚光灯下：{s:.1f} 秒后大家会更响地听到你</translation>
    </message>
    <message>
        <source>You are not in the circle: only you hear what you play</source>
        <translation>你不在鼓圈里：只有你听到你敲的</translation>
    </message>
    <message>
        <source>You have no sound. The others hear you in {s:.1f} s</source>
        <translation>你没有声音。别人 {s:.1f} 秒后听到你</translation>
    </message>
    <message>
        <source>You may conduct now, too.</source>
        <translation>你现在也可以带领。</translation>
    </message>
    <message>
        <source>You no longer conduct: the conductor has taken it back.</source>
        <translation>你不再带领：带领者收回了。</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s</source>
        <translation>{s:.1f} 秒后你会听到你敲的</translation>
    </message>
    <message>
        <source>You will hear what you play in {s:.1f} s, together with everyone</source>
        <translation>{s:.1f} 秒后你会和大家一起听到你敲的</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Your mixer silences everyone</source>
        <translation>你的混音器把所有人静音了</translation>
    </message>
    <message>
        <source>Your mixer silences everyone. The others hear you in {s:.1f} s</source>
        <translation>你的混音器把所有人静音了。别人 {s:.1f} 秒后听到你</translation>
    </message>
    <message>
        <source>Your volume is 0. The others hear you in {s:.1f} s</source>
        <translation>你的音量是 0。别人 {s:.1f} 秒后听到你</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>毫秒，最近 60 秒</translation>
    </message>
    <message>
        <source>{name} is in the spotlight: all others sound softer</source>
        <translation>{name} 在聚光灯下：其他人声音变轻</translation>
    </message>
</context>
<context>
    <name>PlotsCard</name>
    <message>
        <source>All measurements as a table (CSV)…</source>
        <translation>所有测量存为表格（CSV）…</translation>
    </message>
    <message>
        <source>Both plots as a picture (PNG)…</source>
        <translation>两条曲线存为图片（PNG）…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Latencies</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Skews</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Stop the plots; measurements are still recorded</source>
        <translation>停住曲线；测量仍在记录</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>最近 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>延迟校准</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>one-way latency in ms</source>
        <translation>单程延迟（毫秒）</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>skew in ms (up: later)</source>
        <translation>偏差（毫秒，向上：更晚）</translation>
    </message>
    <message>
        <source>skew in ms (up: later), ± uncertainty</source>
        <translation>偏差（毫秒，向上：更晚），± 不确定度</translation>
    </message>
    <message>
        <source>skew in ms (up: later); the band is its uncertainty</source>
        <translation>偏差（毫秒，向上：更晚）；色带是不确定度</translation>
    </message>
    <message>
        <source>skew in ms</source>
        <translation>偏差（毫秒）</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>图片写不出来</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>A circle of your own</source>
        <translation>你自己的鼓圈</translation>
    </message>
    <message>
        <source>Afoxé</source>
        <translation>阿福谢</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>抢拍</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>拍数</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>拖拍</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>鼓圈</translation>
    </message>
    <message>
        <source>Cycle {n}: {points} points, {side}, off by {spread} ms</source>
        <translation>循环 {n}：{points} 分，{side}，偏差 {spread} 毫秒</translation>
    </message>
    <message>
        <source>Drum circle</source>
        <translation>鼓圈</translation>
    </message>
    <message>
        <source>Even strokes</source>
        <translation>均匀敲击</translation>
    </message>
    <message>
        <source>Keep my strokes coming round</source>
        <translation>让我的鼓声一直循环</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>March</source>
        <translation>进行曲</translation>
    </message>
    <message>
        <source>On the beat</source>
        <translation>正好</translation>
    </message>
    <message>
        <source>Pads</source>
        <translation>打击垫</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Samba</source>
        <translation>桑巴</translation>
    </message>
    <message>
        <source>Son</source>
        <translation>颂乐</translation>
    </message>
    <message>
        <source>Start after a count-in, or stop with the cycle (Ctrl+Enter)</source>
        <translation>预备拍后开始，或随循环停止（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start, wait for the count-in, and play with the guide. Each cycle gets up to 100 points.</source>
        <translation>开始，等预备拍，跟着引导敲。每个循环最多 100 分。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Taking turns</source>
        <translation>轮流</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>They play</source>
        <translation>它们敲</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>延迟校准</translation>
    </message>
    <message>
        <source>best at this tempo</source>
        <translation>这个速度的最高分</translation>
    </message>
    <message>
        <source>latest cycles</source>
        <translation>最近的循环</translation>
    </message>
    <message>
        <source>points, last cycle</source>
        <translation>分，上一个循环</translation>
    </message>
    <message>
        <source>{ms} ms ahead</source>
        <translation>早 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{ms} ms behind</source>
        <translation>晚 {ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message>
        <source>Export the settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>New here? Four steps lead to your first stroke.</source>
        <translation>第一次来？四步就能敲出第一下。</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>快速开始</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>As soon as struck</source>
        <translation>一击打就发送</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Ask once a day whether there is one</source>
        <translation>每天询问一次有没有</translation>
    </message>
    <message>
        <source>Ask the router to open the port</source>
        <translation>请路由器打开端口</translation>
    </message>
    <message>
        <source>Beats per minute</source>
        <translation>每分钟拍数</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>拍数</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>By invite</source>
        <translation>凭邀请</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>带领</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>鼓</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Host and port, such as 127.0.0.1:9000</source>
        <translation>主机和端口，例如 127.0.0.1:9000</translation>
    </message>
    <message>
        <source>How many play with you</source>
        <translation>有多少个和你一起敲</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>In a cycle</source>
        <translation>每个循环</translation>
    </message>
    <message>
        <source>In the circles that you launch</source>
        <translation>在你开启的鼓圈里</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>音色组</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>敲门</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lead it; needs the package linkpython-extern</source>
        <translation>引领速度；需要软件包 linkpython-extern</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动态</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>让互联网进来</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light, dark, or with high contrast</source>
        <translation>浅色、深色或高对比度</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>MIDI clock, with start, stop and song position</source>
        <translation>MIDI 时钟，包括开始、停止和乐曲位置</translation>
    </message>
    <message>
        <source>MIDI output</source>
        <translation>MIDI 输出</translation>
    </message>
    <message>
        <source>Milliseconds, for late modules</source>
        <translation>毫秒，用于发声较晚的音源</translation>
    </message>
    <message>
        <source>Milliseconds; Timing… measures it</source>
        <translation>毫秒；“延迟…”可以测量</translation>
    </message>
    <message>
        <source>Milliseconds; time tags stay exact</source>
        <translation>毫秒；时间标签保持精确</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>没有符合的设置。</translation>
    </message>
    <message>
        <source>Notes of the drums</source>
        <translation>鼓的音符</translation>
    </message>
    <message>
        <source>Number in the cycle, length and speed</source>
        <translation>循环中的拍号、循环长度和速度</translation>
    </message>
    <message>
        <source>Of all windows</source>
        <translation>所有窗口的</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On which strokes are sent; drums are on 10</source>
        <translation>发送击打的通道；打击乐在 10</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>自己的鼓声</translation>
    </message>
    <message>
        <source>Play sound earlier by</source>
        <translation>声音提前</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>方案…</translation>
    </message>
    <message>
        <source>Record each circle that you launch</source>
        <translation>录下你开启的每个鼓圈</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reset: all MIDI drums. Choose it while you play</source>
        <translation>恢复：所有 MIDI 鼓。演奏时选择</translation>
    </message>
    <message>
        <source>Reset: none. Choose it while you play</source>
        <translation>重置：无。演奏时选择</translation>
    </message>
    <message>
        <source>Reset: the built-in sounds. Choose it while you play</source>
        <translation>恢复：内置音色。演奏时选择</translation>
    </message>
    <message>
        <source>Reset: the system&apos;s. Choose it while you play</source>
        <translation>恢复：系统的设备。演奏时选择</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Send OSC to</source>
        <translation>发送 OSC 到</translation>
    </message>
    <message>
        <source>Send earlier by</source>
        <translation>提前发送</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>鼓声</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>That players connect to; 0: any free one</source>
        <translation>乐手连接的端口；0:任意空闲端口</translation>
    </message>
    <message>
        <source>The guide, with the count-in</source>
        <translation>引导，包括预备拍</translation>
    </message>
    <message>
        <source>The hand goes from beat to beat</source>
        <translation>指针一拍一跳</translation>
    </message>
    <message>
        <source>The strokes of the others</source>
        <translation>其他人的鼓声</translation>
    </message>
    <message>
        <source>What is heard of the guide</source>
        <translation>听到的引导声</translation>
    </message>
    <message>
        <source>What is heard of the players</source>
        <translation>听到的演奏者的鼓声</translation>
    </message>
    <message>
        <source>What the others call you</source>
        <translation>别人怎么称呼你</translation>
    </message>
    <message>
        <source>When they are sent</source>
        <translation>何时发送</translation>
    </message>
    <message>
        <source>When they come round</source>
        <translation>再次响起时</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>谁可以进来</translation>
    </message>
    <message>
        <source>With their sound</source>
        <translation>与其声音同时</translation>
    </message>
    <message>
        <source>With which your drum module plays them</source>
        <translation>你的鼓音源用它们来演奏</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>A profile keeps your settings under a name. Invites, hubs and recordings are not in it.</source>
        <translation>方案用一个名字保存你的设置。邀请、枢纽和录音不在里面。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Keep as profile</source>
        <translation>存为方案</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>新方案的名字</translation>
    </message>
    <message>
        <source>Name, such as “stage” or “Ana”</source>
        <translation>名字，例如“舞台”或“小安”</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The queue is empty. Add songs from the library (Alt+2) or with any MPD client.</source>
        <translation>队列是空的。从曲库（Alt+2）或任意 MPD 客户端加歌。</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>artist</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>{title}, current song</source>
        <translation>{title}，当前歌曲</translation>
    </message>
</context>
<context>
    <name>QuickStart</name>
    <message>
        <source>A MIDI drum plays as soon as it is plugged in. A real drum plays through a microphone: press Microphone… while you play. Without either, strike the pads with the mouse or the keys on them.</source>
        <translation>MIDI 鼓插上就能演奏。真正的鼓通过麦克风演奏：演奏时按“麦克风…”。两者都没有，就用鼠标或上面标的按键敲打击垫。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Everything you play comes round one turn of the ring later, and then everybody hears it. Try it by yourself with Practice, or paste an invite under Join.</source>
        <translation>你敲的一切在圆环转一圈后再次响起，那时所有人都听到。用“练习”自己试试，或在“加入”里粘贴邀请。</translation>
    </message>
    <message>
        <source>In which language do you want to read?</source>
        <translation>你想用哪种语言？</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>演奏</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>快速开始</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>第 {n} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>What the others in the circle call you.</source>
        <translation>鼓圈里的人怎么称呼你。</translation>
    </message>
    <message>
        <source>Your drum</source>
        <translation>你的鼓</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>Close it again</source>
        <translation>重新关上</translation>
    </message>
    <message>
        <source>Finding out who can come in …</source>
        <translation>正在查看谁能进来…</translation>
    </message>
    <message>
        <source>IPv6 is the newer kind of internet address, which not every player has. For the others, launch the circle on a hub. If players with IPv6 cannot connect, let port {port} through your router&apos;s firewall.</source>
        <translation>IPv6 是较新的互联网地址，并不是每位乐手都有。为了其他人，请在枢纽上创建鼓圈。如果有 IPv6 的乐手也连不上，请让端口 {port} 通过路由器的防火墙。</translation>
    </message>
    <message>
        <source>If players cannot connect, let Drum Circle through this computer&apos;s firewall.</source>
        <translation>如果乐手连不上，让 Drum Circle 通过这台电脑的防火墙。</translation>
    </message>
    <message>
        <source>Let the internet in</source>
        <translation>让互联网进来</translation>
    </message>
    <message>
        <source>Only players on this computer can come in</source>
        <translation>只有这台电脑上的乐手能进来</translation>
    </message>
    <message>
        <source>Only players on this network can come in so far</source>
        <translation>目前只有这个网络里的乐手能进来</translation>
    </message>
    <message>
        <source>Only players on this network can come in</source>
        <translation>只有这个网络里的乐手能进来</translation>
    </message>
    <message>
        <source>Only players with IPv6 can come in</source>
        <translation>只有有 IPv6 的乐手能进来</translation>
    </message>
    <message>
        <source>Players anywhere on the internet can come in</source>
        <translation>互联网上任何地方的乐手都能进来</translation>
    </message>
    <message>
        <source>Players at your place can join. For the others, forward port {port} to this computer in your router&apos;s settings, or launch the circle on a hub.</source>
        <translation>你身边的乐手可以加入。要让其他人加入，在路由器设置里把端口 {port} 转发到这台电脑，或者在枢纽上开启鼓圈。</translation>
    </message>
    <message>
        <source>The circle is for this computer only, or the computer is not in a network.</source>
        <translation>鼓圈只给这台电脑用，或者电脑没有联网。</translation>
    </message>
    <message>
        <source>The hub has tried it: your router passes players on to this computer.</source>
        <translation>枢纽试过了：路由器会把乐手转到这台电脑。</translation>
    </message>
    <message>
        <source>The hub has tried to connect to this computer, and could not: a firewall keeps players out. Let port {port} through, in this computer&apos;s firewall and in your router&apos;s, or launch the circle on a hub.</source>
        <translation>枢纽试着连接这台电脑，没有成功：防火墙挡住了乐手。让端口 {port} 通过这台电脑和路由器的防火墙，或者在枢纽上开启鼓圈。</translation>
    </message>
    <message>
        <source>The router is being asked. This takes some seconds.</source>
        <translation>正在询问路由器。需要几秒钟。</translation>
    </message>
    <message>
        <source>Your router can let in players from the internet until the circle ends. Let it do so?</source>
        <translation>路由器可以让互联网上的乐手进来，直到鼓圈结束。要这样做吗？</translation>
    </message>
    <message>
        <source>Your router did not open the port: {why}.</source>
        <translation>路由器没有打开端口：{why}。</translation>
    </message>
    <message>
        <source>Your router is itself behind another one, at your place or at your provider&apos;s. So players elsewhere cannot reach you. For them, launch the circle on a hub.</source>
        <translation>你的路由器本身在另一个路由器后面，在你那里或在运营商那里。所以别处的乐手连不到你。请为他们在枢纽上开启鼓圈。</translation>
    </message>
    <message>
        <source>Your router passes players on to this computer until the circle ends.</source>
        <translation>路由器把乐手转到这台电脑，直到鼓圈结束。</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>Address in the invites</source>
        <translation>邀请里的地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Choose an address, or type another one, such as the name of your router</source>
        <translation>选择地址，或输入别的，例如路由器的名字</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>你输入的</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>互联网</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>这个网络</translation>
    </message>
    <message>
        <source>this provider</source>
        <translation>这个运营商</translation>
    </message>
</context>
<context>
    <name>RecapView</name>
    <message numerus="yes">
        <source>%n cycle(s)</source>
        <translation>
            <numerusform>%n 个循环</numerusform>
        </translation>
    </message>
    <message>
        <source>As a sound that can be repeated without a gap</source>
        <translation>存为可以无缝重复的声音</translation>
    </message>
    <message>
        <source>Back to the recordings (Esc)</source>
        <translation>返回录音（Esc）</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>给音序器：每位乐手一轨</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>MIDI 文件 (*.mid)</translation>
    </message>
    <message>
        <source>Play this cycle again and again (Enter)</source>
        <translation>反复播放这个循环（回车）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>演奏</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>乐手</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>回顾</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Save as MIDI…</source>
        <translation>存为 MIDI…</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>存为 WAV…</translation>
    </message>
    <message>
        <source>Save the loop</source>
        <translation>保存乐段</translation>
    </message>
    <message>
        <source>Show the tightest cycle</source>
        <translation>显示最齐的循环</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>声音文件 (*.wav)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation>最齐</translation>
    </message>
    <message>
        <source>To paste it into a mail, a chat or a folder</source>
        <translation>可以粘贴到邮件、聊天或文件夹</translation>
    </message>
    <message>
        <source>a few strokes</source>
        <translation>几击</translation>
    </message>
    <message>
        <source>private</source>
        <translation>不公开</translation>
    </message>
    <message>
        <source>the tightest</source>
        <translation>最齐的</translation>
    </message>
    <message>
        <source>together within {around}</source>
        <translation>齐到 {around}</translation>
    </message>
    <message>
        <source>{circle}, cycle {number}</source>
        <translation>{circle}，第 {number} 个循环</translation>
    </message>
</context>
<context>
    <name>RecentCircles</name>
    <message>
        <source>Double-click, or press Enter, to join again</source>
        <translation>双击或按回车，再次加入</translation>
    </message>
    <message>
        <source>{circle} at {host}</source>
        <translation>{circle}，在 {host}</translation>
    </message>
</context>
<context>
    <name>RecordingsList</name>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation>
            <numerusform>%Ln 击</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} 和另外 {more} 人</translation>
    </message>
    <message>
        <source>{size} · unfinished</source>
        <translation>{size} · 未完成</translation>
    </message>
</context>
<context>
    <name>RecordingsView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Every circle you play in is recorded. You find it here as soon as you have left it.</source>
        <translation>你演奏的每个鼓圈都会录下来。离开之后就能在这里找到。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>MIDI 文件 (*.mid)</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>还没有录音</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Rename the recording</source>
        <translation>重命名录音</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Sound files (*.wav)</source>
        <translation>声音文件 (*.wav)</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Back to logging in</source>
        <translation>返回登录</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>One-time code, for the hub&apos;s first administrator only</source>
        <translation>一次性代码，仅限枢纽的第一位管理员</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>注册</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Its music plays on, but no longer together with the others. Its offset and volume trim are lost.</source>
        <translation>它的音乐继续放，但不再和其他房间一起。它的偏移和音量微调会丢失。</translation>
    </message>
    <message>
        <source>Remove a room</source>
        <translation>移除房间</translation>
    </message>
    <message>
        <source>Remove {room} from the group?</source>
        <translation>把 {room} 从组里移除？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>RemoveMemberQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>移出成员</translation>
    </message>
    <message>
        <source>Remove {name} from the circle?</source>
        <translation>把 {name} 移出鼓圈？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>{name} is disconnected and hears nothing more.</source>
        <translation>{name} 会断开，什么也听不到。</translation>
    </message>
</context>
<context>
    <name>RenewButton</name>
    <message>
        <source>Replace both invites…</source>
        <translation>更换两个邀请…</translation>
    </message>
</context>
<context>
    <name>RenewQuestion</name>
    <message>
        <source>Keep the old ones</source>
        <translation>保留旧的</translation>
    </message>
    <message>
        <source>Nobody can join with the old invite for players or for conductors any more. Everybody who is in the circle stays in it. Other conductors are told, and get the new ones. Limited invites stay valid.</source>
        <translation>谁也不能再用旧的乐手邀请或带领者邀请加入。已在鼓圈里的人都会留下。其他带领者会得到通知和新邀请。有限的邀请仍然有效。</translation>
    </message>
    <message>
        <source>Replace both invites</source>
        <translation>更换两个邀请</translation>
    </message>
    <message>
        <source>Replace both</source>
        <translation>全部更换</translation>
    </message>
    <message>
        <source>Replace both invites by new ones?</source>
        <translation>用新邀请替换两个旧邀请？</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Drum Circle keeps running, but something may not work. Please send us this report.</source>
        <translation>Drum Circle 仍在运行，但有些功能可能不正常。请把这份报告发给我们。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>出了意外的问题</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
    <message numerus="yes">
        <source>{summary} (and %n more)</source>
        <translation>
            <numerusform>{summary}（还有 %n 个）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source> of cycle {cycle}</source>
        <translation>，第 {cycle} 个循环</translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n 位乐手</numerusform>
        </translation>
    </message>
    <message>
        <source>, comes round in {wait} s</source>
        <translation>，{wait} 秒后再次响起</translation>
    </message>
    <message>
        <source>Get ready</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>演奏</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>beat {number} of {beats}</source>
        <translation>第 {number} 拍，共 {beats} 拍</translation>
    </message>
    <message>
        <source>begins in {s:.0f} s</source>
        <translation>{s:.0f} 秒后开始</translation>
    </message>
    <message>
        <source>connecting again</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>finding the beat</source>
        <translation>正在找拍子</translation>
    </message>
    <message>
        <source>playing at {bpm} beats per minute</source>
        <translation>每分钟 {bpm} 拍</translation>
    </message>
    <message>
        <source>press Start</source>
        <translation>按“开始”</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>停着</translation>
    </message>
    <message>
        <source>stops in {s:.0f} s</source>
        <translation>{s:.0f} 秒后停止</translation>
    </message>
    <message>
        <source>waiting for the conductor</source>
        <translation>等待带领者</translation>
    </message>
    <message>
        <source>waiting to be let in</source>
        <translation>等待进入</translation>
    </message>
    <message>
        <source>you are not in the circle</source>
        <translation>你不在鼓圈里</translation>
    </message>
    <message>
        <source>{beats} beats in {s:.0f} s</source>
        <translation>{s:.0f} 秒后 {beats} 拍</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm in {s:.0f} s</source>
        <translation>{s:.0f} 秒后 {bpm:.4g} 拍/分</translation>
    </message>
    <message>
        <source>{bpm:.4g} bpm, {beats} beats in {s:.0f} s</source>
        <translation>{s:.0f} 秒后 {bpm:.4g} 拍/分，{beats} 拍</translation>
    </message>
    <message numerus="yes">
        <source>{cue} in %n beat(s)</source>
        <translation>
            <numerusform>%n 拍后{cue}</numerusform>
        </translation>
    </message>
    <message>
        <source>{cue} in</source>
        <translation>{cue}，还有</translation>
    </message>
    <message>
        <source>{name} chosen</source>
        <translation>选中 {name}</translation>
    </message>
    <message>
        <source>{name}, on beat {beat}</source>
        <translation>{name}，第 {beat} 拍</translation>
    </message>
    <message>
        <source>{who}: {cue}</source>
        <translation>{who}:{cue}</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>/srv/music, or pi@kitchen.local:Music by SFTP</source>
        <translation>/srv/music，或用 SFTP 的 pi@kitchen.local:Music</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>添加房间</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another room has this name. Choose a different one.</source>
        <translation>另一个房间已用这个名字。请换一个。</translation>
    </message>
    <message>
        <source>Any computer that runs MPD, the Music Player Daemon, can be a room.</source>
        <translation>任何运行 MPD（Music Player Daemon）的电脑都可以是房间。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Computer, port</source>
        <translation>电脑、端口</translation>
    </message>
    <message>
        <source>Enter the computer&apos;s name or address.</source>
        <translation>输入电脑的名字或地址。</translation>
    </message>
    <message>
        <source>Found in this network</source>
        <translation>在这个网络上找到</translation>
    </message>
    <message>
        <source>Found in this network:</source>
        <translation>在这个网络上找到：</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>厨房</translation>
    </message>
    <message>
        <source>Music folder of this room</source>
        <translation>这个房间的音乐文件夹</translation>
    </message>
    <message>
        <source>Music folder</source>
        <translation>音乐文件夹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Needed only for uploads to this room.</source>
        <translation>只有上传到这个房间时才需要。</translation>
    </message>
    <message>
        <source>No other MPD server was found. Enter its address below; servers that do not announce themselves (zeroconf_enabled in mpd.conf) cannot be found.</source>
        <translation>没有找到其他 MPD 服务器。请在下面输入地址；不公布自己的服务器（mpd.conf 里的 zeroconf_enabled）找不到。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>再搜索</translation>
    </message>
    <message>
        <source>Searching for MPD servers in this network…</source>
        <translation>正在这个网络上搜索 MPD 服务器…</translation>
    </message>
    <message>
        <source>kitchen.local or 192.168.1.20</source>
        <translation>kitchen.local 或 192.168.1.20</translation>
    </message>
    <message>
        <source>only if MPD asks for one</source>
        <translation>只在 MPD 要求时</translation>
    </message>
    <message>
        <source>{name} · {where}</source>
        <translation>{name} · {where}</translation>
    </message>
    <message>
        <source>{room} has this address already.</source>
        <translation>{room} 已有这个地址。</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
</context>
<context>
    <name>RoomsCard</name>
    <message>
        <source>1 room</source>
        <translation>1 个房间</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>添加房间</translation>
    </message>
    <message>
        <source>Address, password and music folder (Enter)</source>
        <translation>地址、密码和音乐文件夹（回车）</translation>
    </message>
    <message>
        <source>All rooms are off</source>
        <translation>所有房间都关着</translation>
    </message>
    <message>
        <source>All {n} rooms together</source>
        <translation>{n} 个房间全部同步</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Enter its address, or choose one found in your network (Ctrl+N)</source>
        <translation>输入地址，或选择网络上找到的（Ctrl+N）</translation>
    </message>
    <message>
        <source>Find the right offset by ear (T)</source>
        <translation>用耳朵找到合适的偏移（T）</translation>
    </message>
    <message>
        <source>Remove the room from the group (Delete)</source>
        <translation>把房间移出组（Delete）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>跟敲</translation>
    </message>
    <message>
        <source>{n} of {all} rooms together</source>
        <translation>{all} 个房间中 {n} 个同步</translation>
    </message>
    <message>
        <source>{n} of {all} rooms together, {rest} not measured yet</source>
        <translation>{all} 个房间中 {n} 个同步，{rest} 个还没有测量</translation>
    </message>
    <message>
        <source>{n} rooms play, not measured yet</source>
        <translation>{n} 个房间在播放，还没有测量</translation>
    </message>
</context>
<context>
    <name>RoomsDelegate</name>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Offset in milliseconds</source>
        <translation>偏移（毫秒）</translation>
    </message>
    <message>
        <source>Volume trim</source>
        <translation>音量微调</translation>
    </message>
</context>
<context>
    <name>RoomsHeader</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>How a phone or another MPD client connects to the rooms</source>
        <translation>手机或其他 MPD 客户端怎样连接房间</translation>
    </message>
    <message>
        <source>How to connect</source>
        <translation>如何连接</translation>
    </message>
    <message>
        <source>MPD clients: {place} · {clients}</source>
        <translation>MPD 客户端：{place} · {clients}</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>closed for MPD clients</source>
        <translation>不对 MPD 客户端开放</translation>
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
        <translation>比参照房间晚多少响起，带不确定度（±）</translation>
    </message>
    <message>
        <source>How much later the room should sound (← and → keys, with Shift by 10; double-click to type)</source>
        <translation>房间应该晚多少响起（← 和 → 键，按住 Shift 为 10；双击输入）</translation>
    </message>
    <message>
        <source>How much louder than the group&apos;s volume, in points (+ and − keys; double-click to type)</source>
        <translation>比组的音量响多少（+ 和 − 键；双击输入）</translation>
    </message>
    <message>
        <source>Time a command takes to reach the room</source>
        <translation>命令到达房间的时间</translation>
    </message>
    <message>
        <source>Whether the room plays with the group (Space)</source>
        <translation>房间是否和组一起播放（空格）</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>正在加入</translation>
    </message>
    <message>
        <source>joins with the next song</source>
        <translation>下一首歌加入</translation>
    </message>
    <message numerus="yes">
        <source>lacks %n song(s)</source>
        <translation>
            <numerusform>缺 %n 首歌</numerusform>
        </translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>lead room</source>
        <translation>主房间</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>not controlled</source>
        <translation>不受控制</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>没有测量</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>offset, ms</source>
        <translation>偏移，毫秒</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>receives the queue</source>
        <translation>正在接收队列</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>skew</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>song</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>together</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>without this song</source>
        <translation>没有这首歌</translation>
    </message>
    <message>
        <source>{0:.0%} lost</source>
        <translation>丢失 {0:.0%}</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} 毫秒</translation>
    </message>
</context>
<context>
    <name>RoomsStartCard</name>
    <message>
        <source>Add your rooms, or have them found. Then play music from here or from any MPD client: all rooms start together and stay together.</source>
        <translation>添加房间，或让程序去找。然后从这里或任意 MPD 客户端放音乐：所有房间一起开始，一直同步。</translation>
    </message>
    <message>
        <source>Keeps the music players (MPD) of all your rooms together.</source>
        <translation>让所有房间的音乐播放器（MPD）保持同步。</translation>
    </message>
    <message>
        <source>Open the rooms</source>
        <translation>打开房间</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
</context>
<context>
    <name>RoomsTable</name>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关掉</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tap along…</source>
        <translation>跟敲…</translation>
    </message>
    <message>
        <source>Type the offset…</source>
        <translation>输入偏移…</translation>
    </message>
    <message>
        <source>Type the volume…</source>
        <translation>输入音量…</translation>
    </message>
</context>
<context>
    <name>RoomsTabs</name>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>%Ln 首歌</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt+{n}</source>
        <translation>Alt+{n}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>曲库</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Remove all songs from the queue</source>
        <translation>移除队列里的所有歌</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
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
        <translation>房间是任何带音箱并运行 MPD（Music Player Daemon）的电脑。你添加的所有房间在同一时刻放同样的音乐，任意 MPD 客户端都能控制。</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>添加房间</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Look for rooms</source>
        <translation>寻找房间</translation>
    </message>
    <message>
        <source>No rooms yet</source>
        <translation>还没有房间</translation>
    </message>
    <message>
        <source>The plots could not be exported: {why}</source>
        <translation>曲线不能导出：{why}</translation>
    </message>
    <message>
        <source>Try another folder.</source>
        <translation>试试别的文件夹。</translation>
    </message>
</context>
<context>
    <name>RosterDesk</name>
    <message>
        <source>Search the players</source>
        <translation>搜索乐手</translation>
    </message>
    <message>
        <source>The conductor removed you from the circle.</source>
        <translation>带领者把你移出了鼓圈。</translation>
    </message>
    <message>
        <source>The same invite works again.</source>
        <translation>同一个邀请又能用了。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} may come back.</source>
        <translation>{name} 可以回来。</translation>
    </message>
    <message>
        <source>{name} was removed and cannot come back for 10 minutes.</source>
        <translation>{name} 被移出，10 分钟内不能回来。</translation>
    </message>
</context>
<context>
    <name>RosterHeader</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>RosterMenu</name>
    <message>
        <source>End the spotlight</source>
        <translation>关掉聚光灯</translation>
    </message>
    <message>
        <source>Let this player conduct</source>
        <translation>让这位乐手带领</translation>
    </message>
    <message>
        <source>Level for all</source>
        <translation>所有人的音量</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Only this player</source>
        <translation>只听这位乐手</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>声部</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Spotlight: louder than all others</source>
        <translation>聚光灯：比所有人都响</translation>
    </message>
    <message>
        <source>Take back conducting</source>
        <translation>收回带领权</translation>
    </message>
    <message>
        <source>The player&apos;s name</source>
        <translation>乐手的名字</translation>
    </message>
    <message>
        <source>Why do I not hear them?</source>
        <translation>为什么听不到这位乐手？</translation>
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
        <translation>这位乐手平均晚多少（负数：早），以及变化多大</translation>
    </message>
    <message>
        <source>How long before they sound this player&apos;s strokes reach everybody</source>
        <translation>这位乐手的鼓声在响起前多久到达所有人</translation>
    </message>
    <message>
        <source>Largest possible error of this player&apos;s clock</source>
        <translation>这位乐手的时钟最大可能误差</translation>
    </message>
    <message>
        <source>Strokes of the last minute that reached this player too late and were not played</source>
        <translation>最近一分钟太晚到达这位乐手、没有响起的鼓声</translation>
    </message>
    <message>
        <source>Time a message takes to the server and back</source>
        <translation>消息往返服务器的时间</translation>
    </message>
    <message>
        <source>away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>conductor</source>
        <translation>带领者</translation>
    </message>
    <message>
        <source>early by</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>round trip</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>{0:,.0f} ms</source>
        <translation>{0:,.0f} 毫秒</translation>
    </message>
    <message>
        <source>{0:.2f} s</source>
        <translation>{0:.2f} 秒</translation>
    </message>
    <message>
        <source>{late:+.0f} ±{around:.0f} ms</source>
        <translation>{late:+.0f} ±{around:.0f} 毫秒</translation>
    </message>
    <message>
        <source>±{0:,.1f} ms</source>
        <translation>±{0:,.1f} 毫秒</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Message {name}</source>
        <translation>给 {name} 发消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>{name} 的更多操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>把 {name} 静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Nobody hears a muted member (M)</source>
        <translation>谁也听不到被静音的成员（M）</translation>
    </message>
    <message>
        <source>Remove this member from the circle (Delete)</source>
        <translation>把这位成员移出鼓圈（Delete）</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移出 {name}</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>取消 {name} 的静音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Write to this member alone (Enter)</source>
        <translation>只写给这位成员（回车）</translation>
    </message>
</context>
<context>
    <name>RosterSearch</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Name or part</source>
        <translation>名字或声部</translation>
    </message>
    <message>
        <source>Search the players by name or part (Ctrl+F)</source>
        <translation>按名字或声部搜索乐手（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search the players by name or part</source>
        <translation>按名字或声部搜索乐手</translation>
    </message>
    <message>
        <source>Which players are shown</source>
        <translation>显示哪些乐手</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown}/{all}</translation>
    </message>
</context>
<context>
    <name>RosterTable</name>
    <message>
        <source>Message {name}</source>
        <translation>给 {name} 发消息</translation>
    </message>
    <message>
        <source>Mute {name} for everyone</source>
        <translation>为所有人把 {name} 静音</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>乐手</translation>
    </message>
    <message>
        <source>Remove {name}…</source>
        <translation>移出 {name}…</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>取消 {name} 的静音</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>kept</source>
        <translation>已符合</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未填写</translation>
    </message>
</context>
<context>
    <name>SideStack</name>
    <message>
        <source>Round trips</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>ms, last 60 s</source>
        <translation>毫秒，最近 60 秒</translation>
    </message>
</context>
<context>
    <name>Sounds</name>
    <message>
        <source>Agogo, high</source>
        <translation>阿哥哥，高</translation>
    </message>
    <message>
        <source>Agogo, low</source>
        <translation>阿哥哥，低</translation>
    </message>
    <message>
        <source>Bass drum</source>
        <translation>底鼓</translation>
    </message>
    <message>
        <source>Bass note</source>
        <translation>低音</translation>
    </message>
    <message>
        <source>Bongo, high</source>
        <translation>邦戈，高</translation>
    </message>
    <message>
        <source>Bongo, low</source>
        <translation>邦戈，低</translation>
    </message>
    <message>
        <source>Claves</source>
        <translation>响棒</translation>
    </message>
    <message>
        <source>Conga, low</source>
        <translation>康加，低</translation>
    </message>
    <message>
        <source>Conga, open</source>
        <translation>康加，开音</translation>
    </message>
    <message>
        <source>Conga, slap</source>
        <translation>康加，拍击</translation>
    </message>
    <message>
        <source>Cowbell</source>
        <translation>牛铃</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>吊镲</translation>
    </message>
    <message>
        <source>Djembe, bass</source>
        <translation>非洲鼓，低音</translation>
    </message>
    <message>
        <source>Djembe, slap</source>
        <translation>非洲鼓，拍击</translation>
    </message>
    <message>
        <source>Djembe, tone</source>
        <translation>非洲鼓，中音</translation>
    </message>
    <message>
        <source>Dundun</source>
        <translation>敦敦鼓</translation>
    </message>
    <message>
        <source>Guiro</source>
        <translation>刮瓜</translation>
    </message>
    <message>
        <source>Hand clap</source>
        <translation>拍手</translation>
    </message>
    <message>
        <source>Hi-hat, closed</source>
        <translation>踩镲，闭</translation>
    </message>
    <message>
        <source>Hi-hat, open</source>
        <translation>踩镲，开</translation>
    </message>
    <message>
        <source>Hi-hat, pedal</source>
        <translation>踩镲，踏板</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>叮叮镲</translation>
    </message>
    <message>
        <source>Ride, bell</source>
        <translation>叮叮镲，镲帽</translation>
    </message>
    <message>
        <source>Shaker</source>
        <translation>沙锤</translation>
    </message>
    <message>
        <source>Side stick</source>
        <translation>鼓边</translation>
    </message>
    <message>
        <source>Snare</source>
        <translation>军鼓</translation>
    </message>
    <message>
        <source>Tambourine</source>
        <translation>铃鼓</translation>
    </message>
    <message>
        <source>Timbale</source>
        <translation>天巴鼓</translation>
    </message>
    <message>
        <source>Tom, high</source>
        <translation>桶鼓，高</translation>
    </message>
    <message>
        <source>Tom, low</source>
        <translation>桶鼓，低</translation>
    </message>
    <message>
        <source>Tom, middle</source>
        <translation>桶鼓，中</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角铁</translation>
    </message>
    <message>
        <source>Triangle, muted</source>
        <translation>三角铁，闷</translation>
    </message>
    <message>
        <source>Wood block</source>
        <translation>木鱼</translation>
    </message>
</context>
<context>
    <name>SpotlightLine</name>
    <message>
        <source>End spotlight</source>
        <translation>关掉聚光灯</translation>
    </message>
    <message>
        <source>{name} is in the spotlight</source>
        <translation>{name} 在聚光灯下</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Check your name, then press Join.</source>
        <translation>检查你的名字，然后按“加入”。</translation>
    </message>
    <message>
        <source>Connecting to “{circle}” at {host} …</source>
        <translation>正在连接 {host} 上的“{circle}”…</translation>
    </message>
    <message>
        <source>Drum Circle</source>
        <translation>Drum Circle</translation>
    </message>
    <message>
        <source>Everyone hears everyone one turn of the ring later, exactly in time, anywhere in the world.</source>
        <translation>圆环转一圈之后，大家听到彼此，分毫不差，无论在世界何处。</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>How to begin, and what to do when something does not work (F1)</source>
        <translation>怎样开始，出问题时怎么办（F1）</translation>
    </message>
    <message>
        <source>Language, look, sound and more, with a search (Ctrl+,)</source>
        <translation>语言、外观、声音等等，可以搜索（Ctrl+，）</translation>
    </message>
    <message>
        <source>Play by yourself, with a guide, bots and a score (Ctrl+T)</source>
        <translation>自己练习，有引导、机器人和分数（Ctrl+T）</translation>
    </message>
    <message>
        <source>Play, export and rename what was recorded (Ctrl+R)</source>
        <translation>播放、导出和重命名录音（Ctrl+R）</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>回顾</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>不再等</translation>
    </message>
    <message>
        <source>Waiting to be let in to “{circle}” …</source>
        <translation>等待获准进入“{circle}”…</translation>
    </message>
    <message>
        <source>You are invited to “{circle}” at {host}.</source>
        <translation>你被邀请到 {host} 上的“{circle}”。</translation>
    </message>
    <message>
        <source>You have played. See each cycle, how tight you were, and keep a loop of it.</source>
        <translation>你演奏完了。看看每个循环有多齐，留下一段循环。</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>TapDialog</name>
    <message numerus="yes">
        <source>%n more tap(s)</source>
        <translation>
            <numerusform>还要敲 %n 下</numerusform>
        </translation>
    </message>
    <message>
        <source>1  In another room</source>
        <translation>1  在另一个房间</translation>
    </message>
    <message>
        <source>2  In {room}</source>
        <translation>2  在 {room}</translation>
    </message>
    <message>
        <source>Amplifiers and wireless speakers add a delay that the program cannot measure. Carry this computer along: tap to a steady song in a room that sounds right, then in {room}. If you hear both rooms at once, turn one of them down.</source>
        <translation>功放和无线音箱会带来程序测不出的延迟。带上这台电脑：先在声音正确的房间跟着节奏稳定的歌敲，再到 {room} 敲。如果同时听到两个房间，把其中一个调小。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>For a more exact result, tap once more in the first room.</source>
        <translation>想更准，就在第一个房间再敲一次。</translation>
    </message>
    <message>
        <source>Good. A few more taps make it more exact; then go to {room} and press 2.</source>
        <translation>很好。再敲几下会更准；然后去 {room}，按 2。</translation>
    </message>
    <message>
        <source>Set the offset to {ms} ms</source>
        <translation>把偏移设为 {ms} 毫秒</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>设定偏移</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Tap along in {room}</source>
        <translation>在 {room} 跟敲</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>跟敲</translation>
    </message>
    <message>
        <source>Tap each beat of the music in {room}: at least eight taps.</source>
        <translation>在 {room} 跟着音乐敲每一拍：至少八下。</translation>
    </message>
    <message>
        <source>Tap here, or on any key</source>
        <translation>在这里或任意键上敲</translation>
    </message>
    <message>
        <source>Your taps had different speeds in the two rooms. Tap every beat in both: start again.</source>
        <translation>你在两个房间敲的速度不同。两边都敲每一拍：重新开始。</translation>
    </message>
    <message>
        <source>Your taps vary too much. Tap a little longer, or start again.</source>
        <translation>你敲得太不均匀。再敲一会儿，或重新开始。</translation>
    </message>
    <message>
        <source>the other room</source>
        <translation>另一个房间</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms earlier (±{error} ms).</source>
        <translation>{room} 早 {ms} 毫秒（±{error} 毫秒）。</translation>
    </message>
    <message>
        <source>{room} sounds {ms} ms later (±{error} ms).</source>
        <translation>{room} 晚 {ms} 毫秒（±{error} 毫秒）。</translation>
    </message>
</context>
<context>
    <name>TextQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>Last cycle: together within {ms} ms</source>
        <translation>上一个循环：齐到 {ms} 毫秒</translation>
    </message>
    <message>
        <source>Play a cycle to see how tight you are</source>
        <translation>演奏一个循环，看看你们有多齐</translation>
    </message>
    <message>
        <source>Together: –</source>
        <translation>整齐度：–</translation>
    </message>
    <message>
        <source>Within {ms} ms</source>
        <translation>{ms} 毫秒以内</translation>
    </message>
    <message>
        <source>on the beat</source>
        <translation>正好在拍上</translation>
    </message>
    <message>
        <source>{mean}, give or take {ms} ms</source>
        <translation>{mean}，上下 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{ms} ms early</source>
        <translation>早 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{ms} ms late</source>
        <translation>晚 {ms} 毫秒</translation>
    </message>
    <message>
        <source>±{ms} ms</source>
        <translation>±{ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>TogetherCard</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Everybody may see my timing</source>
        <translation>所有人都可以看到我的节奏</translation>
    </message>
    <message>
        <source>Nobody else shows their timing yet.</source>
        <translation>还没有别人公开自己的节奏。</translation>
    </message>
    <message>
        <source>Others who show theirs</source>
        <translation>公开节奏的其他人</translation>
    </message>
    <message>
        <source>Otherwise only you and the conductor see it</source>
        <translation>否则只有你和带领者看得到</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>敲一敲，看看你的节奏</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>整齐度</translation>
    </message>
    <message>
        <source>You: {timing}</source>
        <translation>你：{timing}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Next song</source>
        <translation>下一首</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Position in the song</source>
        <translation>歌曲中的位置</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>上一首</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
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
        <translation>Drum Circle {version} 已发布；现在用的是 {now}。</translation>
    </message>
    <message>
        <source>It then asks {host} once a day, and sends nothing about you.</source>
        <translation>它每天向 {host} 询问一次，不会发送任何与你有关的内容。</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Should Drum Circle tell you when there is a newer version?</source>
        <translation>有新版本时，要 Drum Circle 告诉你吗？</translation>
    </message>
    <message>
        <source>Yes, tell me</source>
        <translation>好，告诉我</translation>
    </message>
</context>
<context>
    <name>UploadLine</name>
    <message>
        <source>Upload to {room}</source>
        <translation>上传到 {room}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>copied; the room is updating its library</source>
        <translation>已复制；房间正在更新曲库</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>失败：{why}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>{done} of {size} · {file}</source>
        <translation>{done}/{size} · {file}</translation>
    </message>
</context>
<context>
    <name>VelocityPlot</name>
    <message>
        <source>Velocity curve: how hard you strike, and how loud it sounds</source>
        <translation>力度曲线：敲得多重，声音多响</translation>
    </message>
</context>
<context>
    <name>YouCard</name>
    <message>
        <source>All MIDI drums</source>
        <translation>所有 MIDI 鼓</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>鼓</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Keys and pads</source>
        <translation>按键和打击垫</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>伴奏</translation>
    </message>
    <message>
        <source>Loop, {percent} %</source>
        <translation>伴奏，{percent} %</translation>
    </message>
    <message>
        <source>Mixer</source>
        <translation>混音器</translation>
    </message>
    <message>
        <source>Mixer, {n} silenced</source>
        <translation>混音器，{n} 个静音</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>Own strokes</source>
        <translation>自己的鼓声</translation>
    </message>
    <message>
        <source>Play to see your timing</source>
        <translation>敲一敲，看看你的节奏</translation>
    </message>
    <message>
        <source>Playing: {ports}</source>
        <translation>正在用：{ports}</translation>
    </message>
    <message>
        <source>Right on the beat</source>
        <translation>正好在拍上</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>System sound</source>
        <translation>系统声音</translation>
    </message>
    <message>
        <source>Timing: how late you hear</source>
        <translation>延迟校准：你听到的晚多少</translation>
    </message>
    <message>
        <source>Timing…</source>
        <translation>延迟…</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>整齐度</translation>
    </message>
    <message>
        <source>Together: how tightly all of you play</source>
        <translation>整齐度：大家配合得多紧</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>{ms} ms ahead of the beat</source>
        <translation>比拍子早 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{ms} ms behind the beat</source>
        <translation>比拍子晚 {ms} 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n dropout(s)</source>
        <translation>
            <numerusform>{ms} 毫秒 · %n 次断音</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>_ExportBar</name>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写 {name}</translation>
    </message>
</context>
<context>
    <name>_RecordingButtons</name>
    <message>
        <source>As sound, the way everyone heard it</source>
        <translation>声音，和大家听到的一样</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Each cycle, how tight you were, and loops to keep</source>
        <translation>每个循环、有多齐，以及可以留下的乐段</translation>
    </message>
    <message>
        <source>Export to MIDI…</source>
        <translation>导出 MIDI…</translation>
    </message>
    <message>
        <source>Export to WAV…</source>
        <translation>导出 WAV…</translation>
    </message>
    <message>
        <source>For a sequencer: a track for each player</source>
        <translation>给音序器：每位乐手一轨</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>换个名字（F2）</translation>
    </message>
    <message>
        <source>Move it to the trash (Delete)</source>
        <translation>移到回收站（Delete）</translation>
    </message>
    <message>
        <source>Play the recording (Enter)</source>
        <translation>播放录音（回车）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>回顾</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
</context>
<context>
    <name>_Themes</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>_Who</name>
    <message>
        <source>{name}, silent</source>
        <translation>{name}，静音</translation>
    </message>
    <message>
        <source>{name}: do you hear this player?</source>
        <translation>{name}：你听得到这位乐手吗？</translation>
    </message>
</context>
</TS>
