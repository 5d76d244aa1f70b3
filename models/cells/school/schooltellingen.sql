-- What occurs in the facts at every school, once. A count of zero has no row; `schoolrooster` adds it.
{%- set plan = schoolplan() %}
{% for feit in plan.feiten %}
(
{{ schoolcellen_van_feit(plan, feit) }}
)
{{ 'union all' if not loop.last }}
{% endfor %}
