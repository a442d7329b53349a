"""A small internet of our own: network namespaces, and a router between them that behaves like the wide area.

    with Internet() as net:
        server = net.host("server")
        far = net.host("far", SHENYANG)
        with far.inside():
            socket.create_connection((server.address, port))
        far.run(["drumcircle", "join", ...])
        net.cut(far, 3.0)

Hosts reach each other and nothing else. Each hangs on a central exchange by one line, which its profile describes; a
host on LAN is as good as at that exchange. `python -m tests.tools.netlab` tries it by hand.
"""
