-- When a fact is measured at all, in the whole delivery: a running year has no 30 June yet. Not per
-- school: a school without anybody would be seen to be empty.
{%- set plan = schoolplan() %}
{% for feit in plan.feiten %}
    select distinct
        '{{ feit.feit }}' as feit,
        schooljaar,
        meetmoment
    from {{ ref('int_' ~ target.name ~ '__feit_' ~ feit.feit) }}
    where in_stad
    {{ 'union all' if not loop.last }}
{% endfor %}
