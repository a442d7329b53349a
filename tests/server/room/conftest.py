"""A room with a conductor, Oak, and a player, Fern."""

import pytest

from tests.server.circle import Circle, Client


@pytest.fixture
def circle() -> Circle:
    return Circle()


@pytest.fixture
def oak(circle: Circle) -> Client:
    return circle.conductor()


@pytest.fixture
def fern(circle: Circle, oak: Client) -> Client:
    return circle.joins()
