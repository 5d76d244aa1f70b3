-- What occurs in the facts, once. A count of zero has no row here; `cellen` adds it.
{%- set plan = celplan() %}
{% for feit in plan.feiten %}
(
{{ cellen_van_feit(plan, feit) }}
)
{{ 'union all' if not loop.last }}
{% endfor %}
