"""How people really type: contractions without their apostrophe, short forms, and words they often misspell."""

_WRITTEN_OUT = """
dont: do not
doesnt: does not
didnt: did not
cant: can not
can't: can not
cannot: can not
won't: will not
wont: will not
wouldnt: would not
couldnt: could not
shouldnt: should not
isnt: is not
arent: are not
aren't: are not
ain't: is not
aint: is not
wasnt: was not
werent: were not
havent: have not
hasnt: has not
hadnt: had not
im: i am
ive: i have
hes: he is
shes: she is
theyre: they are
theyve: they have
youre: you are
weve: we have
wanna: want to
gonna: going to
gotta: got to
u: you
ur: your
urself: yourself
2: to
anymore: any more
noone: nobody
meself: myself
myslef: myself
selfharm: self harm
selfharming: self harming
selfharmed: self harmed
killmyself: kill myself
wanttodie: want to die
kym: kill myself
kms: kill myself
ktms: kill myself
unalive: kill
unaliving: killing
suicidle: suicidal
sewerslide: suicide
od: overdose
od'd: overdosed
hubby: husband
bf: boyfriend
gf: girlfriend
fella: boyfriend
"""

SPELLINGS = {
    short: tuple(words.split())
    for short, _, words in (line.partition(": ") for line in _WRITTEN_OUT.split("\n") if line)
}

# One slip of the finger in these is read as meant.
LOOSELY_SPELLED = frozenset(
    "suicide suicidal myself overdose overdosed strangle strangled evicted eviction homeless bailiffs tablets".split()
)

# Words of their own that are one slip away from one of those.
MEANS_ITSELF = frozenset(
    "overdone thyself straggle straggled elicited tablet bailiff hopeless suicides strangler".split()
)
