-- Institutions are renumbered and split: without their oldest ancestor every renumbering would
-- look like a school change. A list that goes round in a circle ends at its lowest number.
with recursive

instellingen as (select * from {{ ref('stg_antwerpen__ref_instellingen') }}),

opvolging as (
    select
        instellingsnummer,
        arg_max(opvolger_van, geldig_van) as voorganger
    from instellingen
    where opvolger_van != instellingsnummer
    group by instellingsnummer
),

keten as (
    select
        instellingsnummer,
        [instellingsnummer, voorganger] as pad
    from opvolging
    union all
    select
        keten.instellingsnummer,
        list_append(keten.pad, opvolging.voorganger) as pad
    from keten
    inner join opvolging on keten.pad[-1] = opvolging.instellingsnummer
    where list_unique(keten.pad) = len(keten.pad)
),

volledig as (
    select
        instellingsnummer,
        arg_max(pad, len(pad)) as pad
    from keten
    group by instellingsnummer
)

select
    instellingsnummer,
    case
        when list_unique(pad) < len(pad) then list_min(pad[list_position(pad, pad[-1]):])
        else pad[-1]
    end as instelling_stam,
    list_unique(pad) < len(pad) as is_kring
from volledig
