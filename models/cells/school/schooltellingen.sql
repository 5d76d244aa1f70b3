-- What occurs in the facts at every school, once. A count of zero has no row here; `schoolrooster`
-- adds it.
{%- set plan = schoolplan() %}
{% for feit in plan.feiten | rejectattr('deelname') %}
(
{{ schoolcellen_van_feit(plan, feit) }}
)
union all
{% endfor %}
select * from {{ ref('signaaltellingen') }}
