"""A small internet of our own: network namespaces, and a router between them that behaves like the wide area.

    with Internet() as net:
        server = net.host("server")
        far = net.host("far", SHENYANG)
        with far.inside():
            socket.create_connection((server.address, port))
        far.run(["drumcircle", "join", ...])
        net.cut(far, 3.0)

Hosts reach each other and nothing else. Each is connected to a central exchange by one line, which its profile
describes; a host on LAN adds almost no delay. `python -m tests.tools.netlab` opens a shell on such a host.
"""
