"""How this program was installed (checkout, wheel or bundle), the packages in it, and newer versions."""
