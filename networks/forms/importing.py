"""Input to bringing threads in from elsewhere."""

from django import forms


class ThreadsForm(forms.Form):
    file = forms.FileField(
        label="Threads, as a CSV file",
        help_text="Columns: thread, author, title, body; and if you have it upvotes, which are not kept. The rows of"
        " one thread stand together, and the first one has its title.",
        error_messages={"required": "Choose a file."},
    )
    dry_run = forms.BooleanField(label="Only try it out: say what would happen, change nothing", required=False)
    agreed = forms.BooleanField(
        label="Those who wrote this have agreed, or nobody can tell who they are",
        error_messages={"required": "Only words whose writers agreed, or cannot be known, may be imported."},
    )
