"""Whether a sentence names a person: any of their names, in any case."""

from catalogue.search.normalise import words

#: Folded: „Onos“, „Jonui“, „Petraičio“, „Žydrūnei“.
_NOMINATIVE = ("as", "is", "ys", "us", "a", "e", "o")
_ENDINGS_TEXT = "a as ai au aus e es ei eje i is io iui iu ius o os oje u ui us uje ume y ys yje"
_ENDINGS = frozenset(_ENDINGS_TEXT.split())
#: Before -io, -iui, -iu: „Petraitis“, „Petraičio“; „Gaidys“, „Gaidžio“.
_SOFTENED = {"t": "c", "d": "dz"}
_SHORTEST = 3


def is_named(name: str, sentence: str) -> bool:
    """Single letters and particles of a name are no name; what only begins alike neither."""
    said = set(words(sentence))
    return any(said & _cases(one) for one in words(name) if len(one) >= _SHORTEST)


def _cases(name: str) -> frozenset[str]:
    ending = next((one for one in _NOMINATIVE if name.endswith(one)), "")
    root = name.removesuffix(ending)
    roots = {root, *(root[:-1] + soft for hard, soft in _SOFTENED.items() if root.endswith(hard))}
    return frozenset({name, *(one + end for one in roots for end in _ENDINGS)})
