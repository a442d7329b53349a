"""The address where this installation looks for new versions. Set when a package is built; see
`packaging/README.md`."""

ADDRESS = ""
"""The https address of the signed notice; "": this installation never asks."""

PUBLIC_KEY = ""
"""The Ed25519 key that the notice is signed with: 32 bytes in hexadecimal digits."""
