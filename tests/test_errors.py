import pickle

from drumcircle_gui.errors import DrumCircleError


def test_the_message_has_the_problem_and_the_remedy():
    error = DrumCircleError("The port is taken.", "Choose another.")
    assert (error.what, error.todo, str(error)) == (
        "The port is taken.",
        "Choose another.",
        "The port is taken. Choose another.",
    )


def test_the_remedy_is_optional():
    assert str(DrumCircleError("It is over.")) == "It is over."


def test_an_error_survives_pickling():
    error = pickle.loads(pickle.dumps(DrumCircleError("What.", "Do.")))
    assert (error.what, error.todo) == ("What.", "Do.")
