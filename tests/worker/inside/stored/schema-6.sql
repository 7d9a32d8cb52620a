-- y8s2gjj71tz1qv2ays1khpkak0.u6VBtKJwTpi8VhalhfbQeEa3snIDip8rINwlyXxvGR8
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, created_at INTEGER NOT NULL , floor INTEGER NOT NULL DEFAULT 0)
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL , boot INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID
CREATE TABLE invitation ( id TEXT PRIMARY KEY, secret TEXT NOT NULL UNIQUE, member TEXT NOT NULL, state TEXT NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE applied ( device TEXT NOT NULL, position INTEGER NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (device, position) ) WITHOUT ROWID
CREATE TABLE touch_key ( key TEXT NOT NULL, touch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, touch) ) WITHOUT ROWID
CREATE TABLE touch_apart ( one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other) ) WITHOUT ROWID
CREATE TABLE touch_withheld ( key TEXT NOT NULL, at INTEGER NOT NULL, strong TEXT, PRIMARY KEY (key, at) ) WITHOUT ROWID
CREATE TABLE ticket ( secret TEXT PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE quarantine ( device TEXT NOT NULL, operation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, private INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (device, operation) ) WITHOUT ROWID
CREATE TABLE audit ( number INTEGER PRIMARY KEY, at INTEGER NOT NULL, member TEXT, device TEXT, action TEXT NOT NULL, subject TEXT, before TEXT, after TEXT )
CREATE TABLE merge_link ( pair TEXT PRIMARY KEY, kind TEXT NOT NULL, keep TEXT NOT NULL, other TEXT NOT NULL, number INTEGER NOT NULL UNIQUE ) WITHOUT ROWID
CREATE INDEX merge_link_keep ON merge_link (keep)
CREATE INDEX merge_link_other ON merge_link (other)
CREATE TABLE person_email ( email TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (email, person) ) WITHOUT ROWID
CREATE TABLE yield ( day INTEGER NOT NULL, device TEXT NOT NULL, reader TEXT NOT NULL, version INTEGER NOT NULL, seen INTEGER NOT NULL, read INTEGER NOT NULL, partly INTEGER NOT NULL, refused INTEGER NOT NULL, opened INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (day, device, reader, version) ) WITHOUT ROWID
CREATE TABLE "rec" ( id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL, gone INTEGER NOT NULL, steward TEXT, touch TEXT, hidden TEXT, data TEXT NOT NULL ) WITHOUT ROWID
CREATE INDEX rec_steward ON rec (steward) WHERE steward IS NOT NULL
CREATE INDEX rec_touch ON rec (touch) WHERE touch IS NOT NULL
CREATE INDEX rec_hidden ON rec (hidden) WHERE hidden IS NOT NULL
CREATE INDEX rec_gone ON rec (seq) WHERE gone > 0
CREATE TABLE log ( seq INTEGER PRIMARY KEY, n INTEGER NOT NULL, live INTEGER NOT NULL, entries INTEGER NOT NULL, ids TEXT NOT NULL )
CREATE TABLE grave ( id TEXT PRIMARY KEY, kind TEXT NOT NULL ) WITHOUT ROWID
CREATE TABLE restricted ( account TEXT PRIMARY KEY, steward TEXT, team TEXT NOT NULL ) WITHOUT ROWID
INSERT INTO meta VALUES (1, 6, 'y8s2gjj71tz1qv2ays1khpkak0', 'Tidewater Tools', 'tidewater', 'k2trrxOe00_JMBK5ju3WHqkiMf_291vuPyoJC43QnSo', 'q9et2xn85nmat1kx0ccjdd5hfw', 1, 1795352122392, 0)
INSERT INTO member VALUES ('e9bxa9p9hnmf8a7wef86ycje84', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO member VALUES ('vf7nrhv9nnvq7bexe0h2md0py0', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('vp08dsy7x1bn76s51kmcffjsf8', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('yb8vhjhykqg8ag351gd4j0tv2g', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO device VALUES ('enyy000th1k30a2wmctssaqx44', '0a6b682792d31d8c2e173017be1f15a3f2454139fd499ac8b9f59ba3c2a8dee9', 'yb8vhjhykqg8ag351gd4j0tv2g', 'Laptop', 'active', null, null, 1, null, 0, 1795352122446, 1795352122446, 0)
INSERT INTO device VALUES ('f4yj2jba16wc8xmtp34gf4h1xm', '473ada59ec1b6975abe362f8208a84da5c541a3fedd6e87005cc836ac3bdcbb6', 'vf7nrhv9nnvq7bexe0h2md0py0', 'Laptop', 'revoked', 'departed', 'Ccif0ML5749Nql2Vt2lo0Q', 2, 'y59k09wcryq41ngcyfxc9a6k8r', 3, 1795352122470, 1795352122492, 0)
INSERT INTO device VALUES ('k8c9a3ywnjjdjpdb7nmyhczh5r', 'f0e148449020b9c0f60b6f3d98df0d0f165661e4d837758be9b626aa22a22718', 'vp08dsy7x1bn76s51kmcffjsf8', 'Laptop', 'active', null, null, 1, 'xyydekbycd0qwd8a6q9tmmwxpg', 3, 1795352122484, 1795352122520, 0)
INSERT INTO invitation VALUES ('94fxy6ppgx8q3sdwx40jf735mg', 'd219601374991b41fb401a5796c555b382ccdc8ff5af1a194830c1ac0e8aa82e', 'vp08dsy7x1bn76s51kmcffjsf8', 'used', 1795956922476)
INSERT INTO invitation VALUES ('cg5cfnmr07qehptwtdmrdbp860', '06b18235c6f5cd48cc25aa3701b1fd49644d465638457d283effe063a0a2523e', 'e9bxa9p9hnmf8a7wef86ycje84', 'open', 1795956922734)
INSERT INTO invitation VALUES ('dym4h59vtrxf9g9sk9ksycr6j0', 'a75ce8559bb1981177368cb28215492c8a256830e4838b7a7536dbb5123f7ea3', 'yb8vhjhykqg8ag351gd4j0tv2g', 'used', 1795956922392)
INSERT INTO invitation VALUES ('rzt12pba6w5yec3536k6hx6n50', '50513789c0ad7244cc9c846bb98b6c7b69aafca2e1de16dba31953a6b02cf48f', 'vf7nrhv9nnvq7bexe0h2md0py0', 'used', 1795956922466)
INSERT INTO applied VALUES ('f4yj2jba16wc8xmtp34gf4h1xm', 3, '{"ids":["t551j45hzfhyjf5jwgp792zqym","zd7mt5fxad101n93pvdwkye29w","y59k09wcryq41ngcyfxc9a6k8r"],"except":{"2":{"kind":"rejected","reason":"bad-value"}}}')
INSERT INTO applied VALUES ('k8c9a3ywnjjdjpdb7nmyhczh5r', 1, '{"ids":["7jeh0djvdzr0x8gwwj5gxdp314","ddgbk93tbwg7axqtsj5983epjm","xyydekbycd0qwd8a6q9tmmwxpg"],"except":{}}')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'czq2t4q5vztgm904tg6bpvxanr', 1795348800000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'q44vbrqma1c8fb271ey76k03mw', 1795348801000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', 'czq2t4q5vztgm904tg6bpvxanr', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('511c92cf22d8fe5625cd37e427d0aec747e3fdd599c392157010307404ad43c9', 'k8c9a3ywnjjdjpdb7nmyhczh5r', 1, 1795352152692)
INSERT INTO quarantine VALUES ('f4yj2jba16wc8xmtp34gf4h1xm', '770n4f9vga99hr60g0kcp4b0nr', 'vf7nrhv9nnvq7bexe0h2md0py0', 1795352122687, '{"type":"write","id":"770n4f9vga99hr60g0kcp4b0nr","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"e26hfeje5f38rqyrwh0er8er1w","rank":"page","set":{"name":"Ines Gull"}}]}', 0)
INSERT INTO audit VALUES (1, 1795352122392, null, null, 'create-workspace', 'y8s2gjj71tz1qv2ays1khpkak0', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795352122446, 'yb8vhjhykqg8ag351gd4j0tv2g', 'enyy000th1k30a2wmctssaqx44', 'join', 'enyy000th1k30a2wmctssaqx44', null, null)
INSERT INTO audit VALUES (3, 1795352122466, 'yb8vhjhykqg8ag351gd4j0tv2g', 'enyy000th1k30a2wmctssaqx44', 'invite', 'vf7nrhv9nnvq7bexe0h2md0py0', null, '{"invitation":"rzt12pba6w5yec3536k6hx6n50","role":"rep"}')
INSERT INTO audit VALUES (4, 1795352122470, 'vf7nrhv9nnvq7bexe0h2md0py0', 'f4yj2jba16wc8xmtp34gf4h1xm', 'join', 'f4yj2jba16wc8xmtp34gf4h1xm', null, null)
INSERT INTO audit VALUES (5, 1795352122476, 'yb8vhjhykqg8ag351gd4j0tv2g', 'enyy000th1k30a2wmctssaqx44', 'invite', 'vp08dsy7x1bn76s51kmcffjsf8', null, '{"invitation":"94fxy6ppgx8q3sdwx40jf735mg","role":"rep"}')
INSERT INTO audit VALUES (6, 1795352122484, 'vp08dsy7x1bn76s51kmcffjsf8', 'k8c9a3ywnjjdjpdb7nmyhczh5r', 'join', 'k8c9a3ywnjjdjpdb7nmyhczh5r', null, null)
INSERT INTO audit VALUES (7, 1795352122492, 'vf7nrhv9nnvq7bexe0h2md0py0', 'f4yj2jba16wc8xmtp34gf4h1xm', 'merge-records', 't8dw051mqj1nytg9ycxsx1gbye', 'null', '{"of":"person","keep":"0p1wn91zzrdhfvzc4zw1fycszw","other":"j5kbnts8rnvgjfnn760eb3dk4g","verdict":"same","reasons":["same-email"],"automatic":true,"by":"vf7nrhv9nnvq7bexe0h2md0py0","at":1795352122492,"number":1}')
INSERT INTO audit VALUES (8, 1795352122520, 'vp08dsy7x1bn76s51kmcffjsf8', 'k8c9a3ywnjjdjpdb7nmyhczh5r', 'withdraw-touch', 'bydfg1e7snz6kztjxgzmq48aq0', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795352122566, 'yb8vhjhykqg8ag351gd4j0tv2g', 'enyy000th1k30a2wmctssaqx44', 'depart', 'vf7nrhv9nnvq7bexe0h2md0py0', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795352122566, 'yb8vhjhykqg8ag351gd4j0tv2g', 'enyy000th1k30a2wmctssaqx44', 'depart-accounts', 'vf7nrhv9nnvq7bexe0h2md0py0', '["jkke8xbfgxg6tdg9dgdcbna1nc"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795352122687, 'vf7nrhv9nnvq7bexe0h2md0py0', 'f4yj2jba16wc8xmtp34gf4h1xm', 'hand-in', 'f4yj2jba16wc8xmtp34gf4h1xm', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795352122734, 'yb8vhjhykqg8ag351gd4j0tv2g', 'enyy000th1k30a2wmctssaqx44', 'invite', 'e9bxa9p9hnmf8a7wef86ycje84', null, '{"invitation":"cg5cfnmr07qehptwtdmrdbp860","role":"admin"}')
INSERT INTO merge_link VALUES ('t8dw051mqj1nytg9ycxsx1gbye', 'person', '0p1wn91zzrdhfvzc4zw1fycszw', 'j5kbnts8rnvgjfnn760eb3dk4g', 1)
INSERT INTO person_email VALUES ('ines@gull.example', '0p1wn91zzrdhfvzc4zw1fycszw')
INSERT INTO person_email VALUES ('ines@gull.example', 'j5kbnts8rnvgjfnn760eb3dk4g')
INSERT INTO yield VALUES (20779, 'f4yj2jba16wc8xmtp34gf4h1xm', 'roundcube', 1, 10, 9, 1, 0, 2, 1)
INSERT INTO rec VALUES ('0mh9vrf2pswec0jgtd76q0hnw8', 'sighting', 7, 0, null, 'czq2t4q5vztgm904tg6bpvxanr', null, '{"fact":{"subject":{"kind":"person","id":"j5kbnts8rnvgjfnn760eb3dk4g"},"touch":"czq2t4q5vztgm904tg6bpvxanr","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"vf7nrhv9nnvq7bexe0h2md0py0"}}')
INSERT INTO rec VALUES ('0p1wn91zzrdhfvzc4zw1fycszw', 'person', 7, 0, null, null, null, '["01a20320a200-0000-test",0,{"name":"I. Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('bydfg1e7snz6kztjxgzmq48aq0', 'touch', 10, 20779, null, null, null, '{}')
INSERT INTO rec VALUES ('czq2t4q5vztgm904tg6bpvxanr', 'touch', 7, 0, null, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"j5kbnts8rnvgjfnn760eb3dk4g","role":"from"}],"accounts":["jkke8xbfgxg6tdg9dgdcbna1nc"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"vf7nrhv9nnvq7bexe0h2md0py0","withdrawn":false}}')
INSERT INTO rec VALUES ('e9bxa9p9hnmf8a7wef86ycje84', 'member', 12, 0, null, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('j5kbnts8rnvgjfnn760eb3dk4g', 'person', 7, 0, null, null, null, '["01a20320a200-0000-test",0,{"name":"Ines Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('jkke8xbfgxg6tdg9dgdcbna1nc', 'account', 11, 0, null, null, null, '["01a20320a200-0000-test",0,{"name":"Gull & Daughters"},{"domains":["gull.example"]},{"decided":{"steward":null,"stewardSince":1795352122566,"stewardWhy":"departure","capturedBy":"vf7nrhv9nnvq7bexe0h2md0py0"}}]')
INSERT INTO rec VALUES ('q44vbrqma1c8fb271ey76k03mw', 'touch', 8, 0, null, 'czq2t4q5vztgm904tg6bpvxanr', null, '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"czq2t4q5vztgm904tg6bpvxanr","witness":"vp08dsy7x1bn76s51kmcffjsf8","withdrawn":false}}')
INSERT INTO rec VALUES ('q9et2xn85nmat1kx0ccjdd5hfw', 'policy', 1, 0, null, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('t8dw051mqj1nytg9ycxsx1gbye', 'pair', 7, 0, null, null, null, '{"fact":{"of":"person","keep":"0p1wn91zzrdhfvzc4zw1fycszw","other":"j5kbnts8rnvgjfnn760eb3dk4g","verdict":"same","reasons":["same-email"],"automatic":true,"by":"vf7nrhv9nnvq7bexe0h2md0py0","at":1795352122492,"number":1}}')
INSERT INTO rec VALUES ('vf7nrhv9nnvq7bexe0h2md0py0', 'member', 11, 0, null, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('vp08dsy7x1bn76s51kmcffjsf8', 'member', 6, 0, null, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('yb8vhjhykqg8ag351gd4j0tv2g', 'member', 2, 0, null, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO log VALUES (1, 2, 2, 2, '["q9et2xn85nmat1kx0ccjdd5hfw","yb8vhjhykqg8ag351gd4j0tv2g"]')
INSERT INTO log VALUES (2, 1, 2, 3, '["yb8vhjhykqg8ag351gd4j0tv2g"]')
INSERT INTO log VALUES (3, 1, 3, 4, '["vf7nrhv9nnvq7bexe0h2md0py0"]')
INSERT INTO log VALUES (4, 1, 3, 5, '["vf7nrhv9nnvq7bexe0h2md0py0"]')
INSERT INTO log VALUES (5, 1, 4, 6, '["vp08dsy7x1bn76s51kmcffjsf8"]')
INSERT INTO log VALUES (6, 1, 4, 7, '["vp08dsy7x1bn76s51kmcffjsf8"]')
INSERT INTO log VALUES (7, 6, 10, 13, '["jkke8xbfgxg6tdg9dgdcbna1nc","j5kbnts8rnvgjfnn760eb3dk4g","czq2t4q5vztgm904tg6bpvxanr","0mh9vrf2pswec0jgtd76q0hnw8","0p1wn91zzrdhfvzc4zw1fycszw","t8dw051mqj1nytg9ycxsx1gbye"]')
INSERT INTO log VALUES (8, 1, 11, 14, '["q44vbrqma1c8fb271ey76k03mw"]')
INSERT INTO log VALUES (9, 1, 12, 15, '["bydfg1e7snz6kztjxgzmq48aq0"]')
INSERT INTO log VALUES (10, 1, 11, 16, '["bydfg1e7snz6kztjxgzmq48aq0"]')
INSERT INTO log VALUES (11, 2, 11, 18, '["vf7nrhv9nnvq7bexe0h2md0py0","jkke8xbfgxg6tdg9dgdcbna1nc"]')
INSERT INTO log VALUES (12, 1, 12, 19, '["e9bxa9p9hnmf8a7wef86ycje84"]')
