from drumcircle_gui.conductor.controls.link_offer_view import LINK_TEMPO, link_offer


def test_another_tempo_is_offered(qapp):
    (offer,) = link_offer(118.5)
    assert offer.key == LINK_TEMPO and "118.5 bpm" in offer.text and "118.5" in offer.action
    assert link_offer(0.0) == ()
