-- The one decision per cell. Nothing else leaves this layer.
with

cellen as (select * from {{ ref('cellen') }}),

onveilig as (select * from {{ ref('onveilige_cellen') }})

select
    cellen.cel_id,
    if(onveilig.cel_id is null, null, 'onderdrukt') as status
from cellen
left join onveilig on cellen.cel_id = onveilig.cel_id
