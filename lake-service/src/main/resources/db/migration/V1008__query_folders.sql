-- folders of queries were not kept; each lies beside what comes in of its dataset
INSERT INTO laid_out_folder (project, environment, path)
SELECT project, environment, regexp_replace(path, '/in/([a-z]+)$', '/sql/\1') FROM laid_out_folder
WHERE path ~ '/train/[^/]+/in/[a-z]+$'
ON CONFLICT DO NOTHING;
