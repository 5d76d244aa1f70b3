-- What is counted for a product at the schools that take part in it. Apart from `schooltellingen`:
-- the one query in which a pupil has an estimate (int_antwerpen__feit_vroegsignaal is pasted here)
-- can be read from top to bottom.
{%- set plan = schoolplan() %}
{%- for feit in plan.feiten | selectattr('deelname') %}
select * from (
{{ schoolcellen_van_feit(plan, feit) }}
)
{{ 'union all' if not loop.last }}
{% endfor %}
