-- of files that were taken away before, nobody kept whether they had been part of their dataset: those had that bronze was made of;
-- of bronze that was moved from an older lake it is not known, it names all files that lay there
UPDATE arrival SET columns = ARRAY['unknown']
WHERE state = 'GONE' AND columns IS NULL AND EXISTS (
    SELECT FROM dataset_version AS made CROSS JOIN LATERAL json_array_elements(made.files) AS file
    WHERE made.zone = arrival.zone AND made.dataset = arrival.dataset AND made.layer = 'bronze'
        AND NOT starts_with(made.run_id, 'migrated-')
        AND file ->> 'path' = arrival.path AND file ->> 'environment' = arrival.environment);
