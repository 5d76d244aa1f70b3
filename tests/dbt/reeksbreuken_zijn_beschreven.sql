-- A break that an indicator is published with has its school year and reason in the dated list.
with

getoond as (
    select distinct unnest(string_split(reeksbreuken, '; ')) as breuk
    from {{ ref('dim_indicator') }}
    where reeksbreuken != ''
)

select getoond.breuk
from getoond
left join {{ ref('reeksbreuken') }} as lijst
    on left(getoond.breuk, 4)::integer = left(lijst.schooljaar, 4)::integer
where lijst.schooljaar is null
