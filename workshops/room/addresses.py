"""The address phones reach this machine by."""

from __future__ import annotations

import ipaddress
import socket

import psutil

LOOPBACK = "127.0.0.1"
VIRTUAL = ("docker", "veth", "br-", "virbr", "vmnet", "vEthernet", "utun", "tun", "tap", "wg", "lo")
"""Beginnings of the names of network cards that no phone is on: containers, VPNs, loopback."""


def lan_address() -> str:
    """Give the address on the local network; 127.0.0.1 when this machine is on none."""
    found = lan_addresses()
    return found[0] if found else LOOPBACK


def lan_addresses() -> list[str]:
    """Give all addresses phones might reach, the likeliest first (192.168 before 10 before 172)."""
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    found = [
        one.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in up and not name.startswith(VIRTUAL)
        for one in addresses
        if one.family == socket.AF_INET and not ipaddress.ip_address(one.address).is_loopback
    ]
    return sorted(found, key=_likely)


def _likely(address: str) -> tuple[int, str]:
    first = address.partition(".")[0]
    return ({"192": 0, "10": 1, "172": 2}.get(first, 3), address)
