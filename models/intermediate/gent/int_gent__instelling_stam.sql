-- Institutions are renumbered and split: without their oldest ancestor every renumbering would look
-- like a school change.
{{ instelling_stam(ref('stg_gent__ref_instellingen')) }}
