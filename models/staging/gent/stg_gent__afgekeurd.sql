-- A rejected row is in no model; it is counted here, without its values.
{{ staging_afgekeurd() }}
