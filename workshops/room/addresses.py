"""The network cards of this machine, and the address phones reach it by."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Literal

import psutil

LOOPBACK = "127.0.0.1"
INSIDE = ("docker", "veth", "br-", "virbr", "vmnet", "vboxnet", "vEthernet", "lo", "Loopback")
"""Beginnings of the names of network cards that lead nowhere but into this machine."""
PRIVATE = ("utun", "tun", "tap", "wg", "ppp", "ipsec", "zt", "tailscale", "nordlynx", "proton")
"""Beginnings of the names of a VPN's cards; `vpn` anywhere in a name tells one, too."""
ALSO_PRIVATE = ("vpn", "anyconnect", "globalprotect", "wireguard", "tap-windows", "forticlient")


@dataclass(frozen=True, slots=True)
class Card:
    """A network card with an address: phones may be on it (lan), or it is a VPN, or got none."""

    name: str
    address: str
    kind: Literal["lan", "vpn", "alone"]


def lan_address() -> str:
    """Give the address on the local network; 127.0.0.1 when this machine is on none."""
    found = lan_addresses()
    return found[0] if found else LOOPBACK


def lan_addresses() -> list[str]:
    """Give all addresses phones might reach, the likeliest first (192.168 before 10 before 172)."""
    return [card.address for card in cards() if card.kind != "vpn"]


def cards() -> list[Card]:
    """Give the network cards that are up and lead out of this machine, the likeliest first."""
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    found = [
        Card(name, one.address, kind_of(name, one.address))
        for name, addresses in psutil.net_if_addrs().items()
        if name in up and not name.startswith(INSIDE)
        for one in addresses
        if one.family == socket.AF_INET and not ipaddress.ip_address(one.address).is_loopback
    ]
    return sorted(found, key=lambda card: (card.kind == "alone", _likely(card.address)))


def kind_of(name: str, address: str) -> Literal["lan", "vpn", "alone"]:
    """Say what a card is, by its name and by the address it was given."""
    said = name.casefold()
    if said.startswith(PRIVATE) or any(one in said for one in ALSO_PRIVATE):
        return "vpn"
    return "alone" if ipaddress.ip_address(address).is_link_local else "lan"


def _likely(address: str) -> tuple[int, str]:
    first = address.partition(".")[0]
    return ({"192": 0, "10": 1, "172": 2}.get(first, 3), address)
