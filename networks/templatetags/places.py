"""Where posts are read, for templates that list them."""

from django import template

from networks.views.addresses import way_to

register = template.Library()
register.filter("place", way_to)
