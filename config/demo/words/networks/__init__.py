"""The six networks of the made-up town, one module each."""

from config.demo.words.networks import dementia, diabetes, pain, parents, work, young

COMMUNITIES = (
    pain.COMMUNITY,
    diabetes.COMMUNITY,
    parents.COMMUNITY,
    work.COMMUNITY,
    dementia.COMMUNITY,
    young.COMMUNITY,
)
