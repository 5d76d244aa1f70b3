-- What a rule calls unsafe is hidden: the rules once more, in SQL, without the engine's code. An
-- extreme share is told by its three counts together, so there one hidden count is enough.
with

onveilig as (select * from {{ ref('onveilige_cellen') }}),

cellen as (select * from {{ ref('cellen') }}),

getoond as (
    select cel_id
    from {{ ref('besluiten') }}
    where status is null
),

met_buren as (
    select
        cellen.cel_id,
        onveilig.regel,
        {{ cel_id("'T'") }} as cel_noemer,
        {{ cel_id("if(starts_with(kenmerk, '!'), kenmerk[2:], '!' || kenmerk)") }} as cel_rest
    from onveilig
    inner join cellen on onveilig.cel_id = cellen.cel_id
)

select met_buren.regel
from met_buren
inner join getoond on met_buren.cel_id = getoond.cel_id
left join getoond as noemers on met_buren.cel_noemer = noemers.cel_id
left join getoond as resten on met_buren.cel_rest = resten.cel_id
where
    met_buren.regel != 'uiterste'
    or (noemers.cel_id is not null and resten.cel_id is not null)
