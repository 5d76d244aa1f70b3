-- The school years that were delivered, and the year before each: what a row says of its previous
-- school year is looked up as that year's lists had it.
with

genoemd as (
    select schooljaar from {{ ref('stg_gent__leerlingen_0102') }}
    union
    select schooljaar from {{ ref('stg_gent__leerlingen_3006') }}
),

startjaren as (
    select {{ startjaar('schooljaar') }} as startjaar from genoemd
    union
    select {{ startjaar('schooljaar') }} - 1 as startjaar from genoemd
)

select
    concat(startjaar, '-', startjaar + 1) as schooljaar,
    startjaar,
    {{ peildatum('startjaar') }} as peildatum
from startjaren
