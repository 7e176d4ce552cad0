// Whether a work `w` of a researcher `r` may hold items after those seen, by $after.
($after IS NULL OR w.arrivedAt < $after[0]
  OR (w.arrivedAt = $after[0] AND (w.id > $after[1] OR (w.id = $after[1] AND r.id >= $after[2]))))
