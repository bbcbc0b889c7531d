"""The words of worry, by kind and by how sure they are, and the sayings that only sound like it.

Edit these tables and run `python -m benchmarks.screening`: it says what became better and what worse.
"""

from safeguarding.screening.worries import Kind, Sureness

GROUPS = {
    "want": "want wants wanted wanting wish wishes",
    "scared": "scared afraid frightened terrified",
    "self": "myself himself herself themselves themself ourselves yourself",
    "whose": "my his her their our your",
    "tablets": "tablets pills paracetamol painkillers meds medication antidepressants",
    "take": "take takes taking took taken swallow swallowed swallowing",
    "limb": "wrist wrists arm arms leg legs thigh thighs",
    "cut": "cut cuts cutting slit slitting slashed",
    "height": "bridge roof cliff building balcony window flats park train trains tube platform tracks car cars bus "
    "lorry traffic",
    "go_on": "living live carrying carry going go being",
    "gone": "dead gone died killed disappeared",
    "strike": "hit hits hitting beat beats beating beaten punch punches punched punching kick kicks kicked kicking "
    "slap slaps slapped slapping choke chokes choked choking strangle strangles strangled strangling headbutted rape "
    "rapes raped raping assaulted attacks attacked attacking abuse abuses abused abusing molested stalks stalking "
    "blackmails blackmailed blackmailing spits threatens threatened threatening",
    "shove": "push pushes pushed pushing shove shoves shoved shoving grabs grabbed hurt hurts hurting bites bit "
    "touches touched",
    "struck": "hit beaten punched slapped choked strangled raped assaulted abused molested stalked blackmailed "
    "threatened",
    "be": "am is are was were be being been get gets getting got",
    "lock": "lock locks locked locking",
    "partner": "husband wife partner boyfriend girlfriend ex dad father stepdad mum mother brother uncle son carer him "
    "her them",
    "child": "child children kid kids baby son daughter toddler boy girl boys girls grandson granddaughter niece "
    "nephew stepson stepdaughter",
    "young": "little young own small baby newborn",
    "kill": "kill killing stab stabbing shoot shooting murder murdering hurt hurting attack attacking strangle batter "
    "poison harm harming",
    "them": "him her them you someone somebody anyone anybody people everyone everybody another others strangers",
    "person": "husband wife partner boyfriend girlfriend ex boss neighbour neighbours landlord dad father stepdad mum "
    "mother brother sister uncle teacher flatmate family parents",
    "bills": "food eat feed rent heating heat electric electricity gas nappies formula milk meals",
    "power": "gas electric electricity heating heat",
    "benefits": "benefits benefit pip esa uc credit pension money",
}

WORRIES = [
    (
        (Kind.SELF_HARM, Sureness.CLEAR),
        """
        kill|kills|killing|killed <self>
        hang|hangs|hanging|hanged|hung <self>
        drown|drowning|shoot|shooting|stab|stabbing <self>
        end|ends|ending|ended <whose> own? life
        take|takes|taking|took|taken <whose> own life
        end|ends|ending|ended it all
        end|ending myself
        how|way|ways .. to .. kill yourself
        how|way|ways .. to .. end your life
        ways to die
        how many <tablets> .. die|kill|overdose
        <want> to die
        <want> to be dead
        wish|wishes|wished i|he|she was|were dead
        wish|wishes|wished i was|were never born
        wish|wishes|wished i had never been born
        rather be dead
        might|may as well be dead|die
        nobody|anybody|anyone|one even? notice|care if i <gone>
        <take> <whose> <tablets> all|at
        better off dead
        better|happier off? without me
        better|happier off? gone
        happier|better off? if i was|were|am not|<gone>
        suicidal
        think|thinks|thinking|thought|talk|talks|talking about|of suicide
        thoughts of|about suicide
        considering|contemplating|planning suicide
        commit|committing|attempt|attempting|attempted suicide
        suicide note|letter|attempt
        self harm|harms|harmed|harming
        <cut> <whose> <limb>
        cut|cuts|cutting|hurt|hurts|hurting|harm|harms|harmed|harming|burn|burning|burnt|burned <self>
        cutting again
        burning <whose> <limb>
        overdose|overdosed|overdosing
        <take> too many <tablets>
        jump|jumps|jumped|jumping|throw|throwing|threw|step|stepping <self>? off|under .. <height>
        jump|jumps|jumped|jumping|throw|throwing|threw|step|stepping <self>? in front of .. <height>
        nothing left? to live for
        no reason .. to live|carry|be|go
        not deserve to live|exist|be
        hate|hates|hated being alive
        <want> .. .. not|never wake up
        easier if i was|were|am not|<gone>
        wish|hope .. would .. hit|kill me
        wish|hope .. would .. run me over
        drank|drinking bleach
        fresh cuts
        cut again
        relapsed .. cut|cutting
        no point in? <go_on> alive|on $
        no point in? living $
        not see .. point in|of <go_on> alive|on|any $
        not see .. point in|of living
        not worth living
        not want to live|exist $
        not want to go|carry on $
        not want to go|carry on living|like|any
        not go|carry on living
        not want to live|exist any|like|with|without
        not want to be alive
        not want to be here any more
        not want to wake up
        hope|hoping|pray|praying|wish .. not wake up
        hope|hoping|pray|praying|wish .. never wake up
        nobody|anybody|anyone|one would|will miss|notice|care .. if .. <gone>
        tired|sick of living|being $
        tired|sick of living at|any|altogether
        tired|sick of being alive
        enough of life|living
        enough of being alive
        no will to live
        think|thinking about|of not being here
        what is the? point of|in living
        nothing left for me
        letter|letters|note|notes .. when|after i am <gone>
        for when|after i am <gone>
        not .. keep|keeping <self> safe
        not .. safe from|with myself
        danger to myself
        disappear|vanish forever
        not trust myself
        write|writing|wrote|written .. goodbye letter|letters|note|notes
        <tablets> lined up
        kill|kills|killing my self
        hurt|hurting|harm|harming|cut|cutting my self
        """,
    ),
    (
        (Kind.SELF_HARM, Sureness.POSSIBLE),
        """
        <take> .. all of? my|his|her|their|the <tablets>
        <take> .. load|loads|handful|bunch|lots|packet|bottle|box of .. <tablets>
        saving|saved|stockpiling|stockpiled|hoarding|hoarded up? .. <tablets>
        not go|carry on any|like|much $
        not go|carry on any|like|much
        not go|carry on $
        not do this any more
        not take this|it any more
        not want to be here $
        <want> .. to be over|end $
        <want> it to stop
        stood|standing|stand on .. bridge|roof|ledge
        <want>|going to end it|things
        thinking of|about ending it|things
        never wake up
        not being here
        think|thinking|thought|thoughts|dream|dreaming about|of .. dying|death
        think|thinking|thought|thoughts about|of jumping
        said|saying my goodbyes
        hit|hitting|punch|punching myself
        a rope|noose
        am .. burden to|on|$
        how many <tablets> i
        keep|keeps|kept looking|staring at .. <tablets>|knife|blade|razor
        scratch|scratched|scratching <self>
        scratch|scratched|scratching <whose> <limb>
        drive|driving|crash|crashing .. into a wall|tree|river|lorry
        """,
    ),
    (
        (Kind.HARMED, Sureness.CLEAR),
        """
        <strike> me|us
        beating me up
        <strike> her
        hits|beats|hitting|beating|strangled|raped|abuses|abusing him|them
        <be> .. <struck> by
        am|being|been|getting|was|were|got <struck>
        <be> verbally|mentally|emotionally|physically|sexually <struck>
        abusive to|towards me|us|her
        threatened|threatens|threatening to .. kill|hurt|stab|beat|burn|find me|us|her|him|them|my
        threatened|threatens|threatening to .. post|share|send
        will|would|to .. find me and kill|hurt
        said|says|saying|told .. will|would|is|was .. kill|hurt|stab me|us
        forced|forces|forcing|made|makes|making me .. sex|sleep with?
        force|forced|forcing|make|makes|making|made me .. marry|married
        touches me
        touching|touched me .. want|secret|no|private|inappropriately
        <lock> me|us|her in|inside|out
        not let|letting me|her out|talk|speak|work|eat|sleep
        not let|letting me|her leave $
        not let|letting me|her leave him|home|the
        not let|letting me|her go out|anywhere|home
        not let|letting me|her see|have my|her|any|anyone|anybody|friends|money
        not allowed out|outside
        not allowed to leave|see|have|talk|speak
        not allowed to go out
        controls|controlling .. money|wages|phone|life
        takes|took|taking my|all|her .. money|wages|pension|benefits|card
        <scared> of my|her? <partner>
        <scared> of? what he|she|they
        <scared> to go home
        <scared> of going home
        <scared> to be|at home
        not safe at home
        not feel safe at home
        feel|feeling unsafe at home
        keeps|kept following me
        follows|following me home|around|everywhere
        hands round|around my neck|throat
        blackmailing|blackmailed|blackmails|stalking me
        held|holding|holds|pulled .. knife .. me
        """,
    ),
    (
        (Kind.HARMED, Sureness.POSSIBLE),
        """
        <shove> me|us
        being|getting|am hurt|attacked|kicked by
        not feel safe $
        black eye
        covered in bruises
        he|she is .. abusive
        forces|forced|forcing me to
        if i leave him|her|them
        follows|following me
        throws|threw|throwing .. at me
        smashes|smashed|smashing things|up
        scares|frightens me when
        checks|checking|reads|reading all? my phone|messages|emails
        goes|going|went through my phone|messages|emails
        tells me what .. wear|eat|say
        broke|breaks|smashed|smashes|took|takes my phone
        force|forced|forces himself|herself|themselves on me
        threatened|threatens me with
        tracks|tracking me
        to marry someone|somebody|a
        """,
    ),
    (
        (Kind.CHILD, Sureness.CLEAR),
        """
        <strike>|hurt|hurts|hurting my|our|the|his|her|their|a <young>? <child>
        shake|shakes|shook|shaking my|our|the|her|his <young>? <child>
        touch|touches|touched|touching .. my|our|his|her <young>? <child>
        <child> <be> .. <struck>
        bruise|bruises .. my|our|the|his|her .. <child>
        <child> has|have|had .. bruise|bruises
        leave|leaves|left|leaving .. <young>? <child> alone
        leave|leaves|left|leaving .. <young>? <child> on their|his|her own
        <child> .. left alone
        <child> .. left on their|his|her own
        <lock> my|our|the|his|her <young>? <child>
        asking|asked|asks .. <child> for .. pictures|photos|pics
        grooming my|our|a .. <child>
        """,
    ),
    (
        (Kind.CHILD, Sureness.POSSIBLE),
        """
        smack|smacks|smacked|smacking my|our|the|his|her <young>? <child>
        """,
    ),
    (
        (Kind.OTHERS, Sureness.CLEAR),
        """
        want|wants|wanted|going|like|need|plan|planning|will to? <kill> <them>
        want|wants|wanted|going|like|need|plan|planning|will to? <kill> my|his|her|the <person>
        thinking|think|thoughts|dream|dreaming of|about <kill> <them>
        thinking|think|thoughts|dream|dreaming of|about <kill> my|his|her|the <person>
        might|will|could hurt|harm|kill someone|somebody|people
        i hit|beat|punched|slapped|kicked|strangled|choked|pushed her|him|them|someone|somebody
        hit|hits|hitting|beat|beats|beating|punched|slapped|kicked|strangled|choked|raped my|his|her <person>
        voices .. tell|telling|tells|say|saying|want .. <kill>
        urge|urges to <kill> <them>
        smash|bash|kick|cave .. head|face|teeth in
        burn .. house|flat|home|place down
        go|and|just|should|better kill yourself
        kys
        """,
    ),
    (
        (Kind.OTHERS, Sureness.POSSIBLE),
        """
        want|wants|wanted him|her|them dead
        bought a knife|gun and|for
        bring|bringing|carry|carrying a knife|gun
        set|setting fire to
        """,
    ),
    (
        (Kind.MEANS, Sureness.CLEAR),
        """
        no food in|left|for|until|till|at|here $
        no food in|left|for|until|till|at .. house|flat|home|cupboard|kids|children|payday|friday|thursday
        nothing to eat
        nothing in to eat
        not eaten for|in|since
        not afford .. <bills>
        evict|evicting|evicted|eviction
        sleep|sleeping|sleeps|slept rough
        sleep|sleeping|sleeps|slept on the street|streets
        sleep|sleeping|sleeps|slept in my|his|her car|van
        sleep|sleeping|sleeps|slept in a|the doorway
        am|are|is|been on the street|streets now|again|$
        am|is|are|be|being|become|becoming|made|now homeless
        nowhere to go|sleep|live|stay
        living in my|the|a|his|her car|van|tent
        being thrown out
        no <power>
        no money for <bills>
        no money .. left|until|till
        skip|skipping|skipped|skips meals
        <benefits> .. stopped|sanctioned
        stopped|sanctioned my|our|his|her <benefits>
        bailiffs
        changed the locks
        """,
    ),
    (
        (Kind.MEANS, Sureness.POSSIBLE),
        """
        no food
        cupboards|fridge is|are empty|bare
        go|going|goes|went without food|dinner|meals|eating
        sleep|sleeping|sleeps|slept in the|a car|van
        thrown|kicked me|us out
        am|been|being|getting|was thrown|kicked out
        cut|disconnected off? .. <power>
        """,
    ),
]

SAYINGS = """
kill|killed|killing|hurt|hurting <self> laughing
cut|burnt|burned|burn|hurt <self> .. shaving|cooking|ironing|playing|lifting|running|falling|gardening|oven|iron|tin|lid
cut|burnt|burned|burn|hurt <self> .. paper|kettle|pan|hob|knee|back|football|gym|stairs
shoot|shooting|shot <self> in the foot
cut|cutting <self>|them some|a slack|break
ending|end things with
<want>|going to end things with
mother|father|brother|sister in law
hurt|hurts|hurting .. feelings
alone to sleep|nap
kick|kicked|kicking .. under the table
beat|beats|beaten .. 0|1|3|4|5|6
jumping in|at|ship|up|into
no food left? at|in the party|meeting|office|shop|pub
jump|jumped|jumping off the bus|train at|when
hang <self> out
drown|drowning <self> in work
end|ending|ended it there|here|with
<want> to end it with|there|here
shoot <them> a|an|over
hit me up|that|like|hard|when|for
beat|beats|beating <them>|me at cards|chess|scrabble|darts|pool|snooker|golf|tennis|everything|games|football
beat|beats me to it|the
kicked|kicking me off|under
push|pushes|pushed|pushing me to|hard|forward|in|on|round|up
tired|sick of living in|near|with|next|here|on|off|out|under|above|below
beat|beats|beating|beaten .. nil|goals
evicted from big
self harm nurse|team|clinic|service|group|leaflet|course|awareness
suicidal people|patients|callers|clients|ideation
suicide prevention|squad|bomber|mission|awareness|line|helpline
take|takes|took|taking my .. to the bank|cleaners
not do this any more tonight|today
hurt me to see|say|that|when
hurt me|us so|deeply|emotionally|badly|but
hurts me to see|say|that|when
touched me that|so|how|deeply
"""
