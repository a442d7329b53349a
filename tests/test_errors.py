import pickle

from drumcircle_gui.errors import DrumCircleError


def test_says_what_happened_and_what_to_do():
    error = DrumCircleError("The port is taken.", "Choose another.")
    assert (error.what, error.todo, str(error)) == (
        "The port is taken.",
        "Choose another.",
        "The port is taken. Choose another.",
    )


def test_there_may_be_nothing_to_do():
    assert str(DrumCircleError("It is over.")) == "It is over."


def test_crosses_to_another_process_whole():
    error = pickle.loads(pickle.dumps(DrumCircleError("What.", "Do.")))
    assert (error.what, error.todo) == ("What.", "Do.")
