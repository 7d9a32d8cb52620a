-- z3x5wd2kwhh9wa252q1yh2jejr.QfyZm2mF9UGPnx4rg732A8W8NE3ltM7OxhklMscNN5I
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, created_at INTEGER NOT NULL , floor INTEGER NOT NULL DEFAULT 0)
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL , boot INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID
CREATE TABLE invitation ( id TEXT PRIMARY KEY, secret TEXT NOT NULL UNIQUE, member TEXT NOT NULL, state TEXT NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE applied ( device TEXT NOT NULL, position INTEGER NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (device, position) ) WITHOUT ROWID
CREATE TABLE touch_key ( key TEXT NOT NULL, touch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, touch) ) WITHOUT ROWID
CREATE TABLE touch_apart ( one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other) ) WITHOUT ROWID
CREATE TABLE touch_withheld ( key TEXT NOT NULL, at INTEGER NOT NULL, strong TEXT, PRIMARY KEY (key, at) ) WITHOUT ROWID
CREATE TABLE ticket ( secret TEXT PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE quarantine ( device TEXT NOT NULL, operation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (device, operation) ) WITHOUT ROWID
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
INSERT INTO meta VALUES (1, 5, 'z3x5wd2kwhh9wa252q1yh2jejr', 'Tidewater Tools', 'tidewater', '4zhEEU0fcHJIiRFMKbqeVUCuFWfqzOAsgDs1JJ5NNzM', '3mn4rjbds7n45gpr0e2fxn8194', 1, 1795342006706, 0)
INSERT INTO member VALUES ('fafmee1vjy16vwva7wqem03ym8', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO member VALUES ('gkefwe0m0xpqdpxht0tgz4wv9m', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('hwvqj33ag1gcw2ea74pqgjsr64', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('s18xrna8qhbezn6tcefyca5138', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO device VALUES ('35m4cegh4208b1tyt6a82v1ax4', '155db68109d6a86b0ae140cdbc028c1c07839376210f8e1abd19d0bc6dca07f4', 'gkefwe0m0xpqdpxht0tgz4wv9m', 'Laptop', 'active', null, null, 1, null, 0, 1795342006757, 1795342006757, 0)
INSERT INTO device VALUES ('4xd9h190h7fbbymd3mvehvbmtw', '7b5a7712c6f6464d320acd78d26b4a9a057e8aeadbcdd4ba077893bed4e5df5f', 'hwvqj33ag1gcw2ea74pqgjsr64', 'Laptop', 'active', null, null, 1, 'x4teh8a34pnjkdb1dsc9kf9g1m', 3, 1795342006970, 1795342007193, 0)
INSERT INTO device VALUES ('db89phx2v4y4cm4sac9rq59z30', 'da9a8f864ba7bd6e7c078dae1b974def22123c65d1122cc4c0ae7ec17c5998dd', 's18xrna8qhbezn6tcefyca5138', 'Laptop', 'revoked', 'departed', '76O95BNTBOdSUhf4uuLc9w', 2, '29v6fgg0nhb9z2ngyv0bnktvw4', 3, 1795342006880, 1795342007151, 0)
INSERT INTO invitation VALUES ('edw799pz75vtm8afm0ndf5k7f4', '30f2a8b8f7775753586774684a2bb79851337c1f75e9614f1cd7e30540d10f88', 's18xrna8qhbezn6tcefyca5138', 'used', 1795946806863)
INSERT INTO invitation VALUES ('kr1hdqz2w3ecvvxm6gm9dwf6ac', '126f5ef2253f2277abf539e7eb164b3e77731846e9fb66d02d52c391ff9d1ec2', 'gkefwe0m0xpqdpxht0tgz4wv9m', 'used', 1795946806706)
INSERT INTO invitation VALUES ('mjxyttr9ryz7avwateyzdnbn5c', '5f83caf78483d626cf54f1b5ebccf414076c1ae273a53f07bbb540b1d6c6f05f', 'fafmee1vjy16vwva7wqem03ym8', 'open', 1795946807236)
INSERT INTO invitation VALUES ('vvb12nj445z10h5j7y4tbanzkm', 'af51faaf35ffaac45d7077f847ddc9003996bebf656f1e2b584855514acb41a1', 'hwvqj33ag1gcw2ea74pqgjsr64', 'used', 1795946806893)
INSERT INTO applied VALUES ('4xd9h190h7fbbymd3mvehvbmtw', 1, '{"ids":["e6dv0v1n1jkf7j280kz35vnwg0","4f378h9z1rhvn9c7w05kb1cr5r","x4teh8a34pnjkdb1dsc9kf9g1m"],"except":{}}')
INSERT INTO applied VALUES ('db89phx2v4y4cm4sac9rq59z30', 3, '{"ids":["9te55ayzn3paha7p2zy4rdx4rm","1p3vekpgpewb2q7s348gd2y71w","29v6fgg0nhb9z2ngyv0bnktvw4"],"except":{"2":{"kind":"rejected","reason":"bad-value"}}}')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '3x7zb5j6mwf7vp0k2nr1h4c1aw', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'axy2x1yx8h0hy7d727an2fhwzr', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', 'axy2x1yx8h0hy7d727an2fhwzr', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('85fdc754a7a0da6a0a75051a648f5bb0465a9316a58b7f7bf45634b04109d5a5', '4xd9h190h7fbbymd3mvehvbmtw', 1, 1795342037233)
INSERT INTO quarantine VALUES ('db89phx2v4y4cm4sac9rq59z30', 'akamsy6ahe7gnj528xt4k2krkc', 's18xrna8qhbezn6tcefyca5138', 1795342007229, '{"type":"write","id":"akamsy6ahe7gnj528xt4k2krkc","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"qm8xjkt6qht9d66y5ep74nwgnm","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795342006706, null, null, 'create-workspace', 'z3x5wd2kwhh9wa252q1yh2jejr', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795342006757, 'gkefwe0m0xpqdpxht0tgz4wv9m', '35m4cegh4208b1tyt6a82v1ax4', 'join', '35m4cegh4208b1tyt6a82v1ax4', null, null)
INSERT INTO audit VALUES (3, 1795342006863, 'gkefwe0m0xpqdpxht0tgz4wv9m', '35m4cegh4208b1tyt6a82v1ax4', 'invite', 's18xrna8qhbezn6tcefyca5138', null, '{"invitation":"edw799pz75vtm8afm0ndf5k7f4","role":"rep"}')
INSERT INTO audit VALUES (4, 1795342006880, 's18xrna8qhbezn6tcefyca5138', 'db89phx2v4y4cm4sac9rq59z30', 'join', 'db89phx2v4y4cm4sac9rq59z30', null, null)
INSERT INTO audit VALUES (5, 1795342006893, 'gkefwe0m0xpqdpxht0tgz4wv9m', '35m4cegh4208b1tyt6a82v1ax4', 'invite', 'hwvqj33ag1gcw2ea74pqgjsr64', null, '{"invitation":"vvb12nj445z10h5j7y4tbanzkm","role":"rep"}')
INSERT INTO audit VALUES (6, 1795342006970, 'hwvqj33ag1gcw2ea74pqgjsr64', '4xd9h190h7fbbymd3mvehvbmtw', 'join', '4xd9h190h7fbbymd3mvehvbmtw', null, null)
INSERT INTO audit VALUES (7, 1795342007151, 's18xrna8qhbezn6tcefyca5138', 'db89phx2v4y4cm4sac9rq59z30', 'merge-records', 'rw7w3yjsyefzk560x2w1xz48qq', 'null', '{"of":"person","keep":"9bjajfxp6m0xwqz237e2gk6fx4","other":"gbg4h0583zxf5195h27swwx19g","verdict":"same","reasons":["same-email"],"automatic":true,"by":"s18xrna8qhbezn6tcefyca5138","at":1795342007151,"number":1}')
INSERT INTO audit VALUES (8, 1795342007193, 'hwvqj33ag1gcw2ea74pqgjsr64', '4xd9h190h7fbbymd3mvehvbmtw', 'withdraw-touch', 'r2awnjjvz06bsekdfj1xg5a7nr', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795342007215, 'gkefwe0m0xpqdpxht0tgz4wv9m', '35m4cegh4208b1tyt6a82v1ax4', 'depart', 's18xrna8qhbezn6tcefyca5138', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795342007215, 'gkefwe0m0xpqdpxht0tgz4wv9m', '35m4cegh4208b1tyt6a82v1ax4', 'depart-accounts', 's18xrna8qhbezn6tcefyca5138', '["ms7dcp5tej8gmya0b19xcd1mcm"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795342007229, 's18xrna8qhbezn6tcefyca5138', 'db89phx2v4y4cm4sac9rq59z30', 'hand-in', 'db89phx2v4y4cm4sac9rq59z30', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795342007236, 'gkefwe0m0xpqdpxht0tgz4wv9m', '35m4cegh4208b1tyt6a82v1ax4', 'invite', 'fafmee1vjy16vwva7wqem03ym8', null, '{"invitation":"mjxyttr9ryz7avwateyzdnbn5c","role":"admin"}')
INSERT INTO merge_link VALUES ('rw7w3yjsyefzk560x2w1xz48qq', 'person', '9bjajfxp6m0xwqz237e2gk6fx4', 'gbg4h0583zxf5195h27swwx19g', 1)
INSERT INTO person_email VALUES ('ines@gull.example', '9bjajfxp6m0xwqz237e2gk6fx4')
INSERT INTO person_email VALUES ('ines@gull.example', 'gbg4h0583zxf5195h27swwx19g')
INSERT INTO yield VALUES (20779, 'db89phx2v4y4cm4sac9rq59z30', 'roundcube', 1, 10, 9, 1, 0, 2, 1)
INSERT INTO rec VALUES ('3mn4rjbds7n45gpr0e2fxn8194', 'policy', 1, 0, null, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('3x7zb5j6mwf7vp0k2nr1h4c1aw', 'touch', 8, 0, null, 'axy2x1yx8h0hy7d727an2fhwzr', null, '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"axy2x1yx8h0hy7d727an2fhwzr","witness":"hwvqj33ag1gcw2ea74pqgjsr64","withdrawn":false}}')
INSERT INTO rec VALUES ('9bjajfxp6m0xwqz237e2gk6fx4', 'person', 7, 0, null, null, null, '["01a202b8fb6f-0000-test",0,{"name":"Ines Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('a91gxeed9ehtp39kh35nv7srd4', 'sighting', 7, 0, null, 'axy2x1yx8h0hy7d727an2fhwzr', null, '{"fact":{"subject":{"kind":"person","id":"9bjajfxp6m0xwqz237e2gk6fx4"},"touch":"axy2x1yx8h0hy7d727an2fhwzr","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"s18xrna8qhbezn6tcefyca5138"}}')
INSERT INTO rec VALUES ('axy2x1yx8h0hy7d727an2fhwzr', 'touch', 7, 0, null, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"9bjajfxp6m0xwqz237e2gk6fx4","role":"from"}],"accounts":["ms7dcp5tej8gmya0b19xcd1mcm"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"s18xrna8qhbezn6tcefyca5138","withdrawn":false}}')
INSERT INTO rec VALUES ('fafmee1vjy16vwva7wqem03ym8', 'member', 12, 0, null, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('gbg4h0583zxf5195h27swwx19g', 'person', 7, 0, null, null, null, '["01a202b8fb6f-0000-test",0,{"name":"I. Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('gkefwe0m0xpqdpxht0tgz4wv9m', 'member', 2, 0, null, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('hwvqj33ag1gcw2ea74pqgjsr64', 'member', 6, 0, null, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('ms7dcp5tej8gmya0b19xcd1mcm', 'account', 11, 0, null, null, null, '["01a202b8fb6f-0000-test",0,{"name":"Gull & Daughters"},{"domains":["gull.example"]},{"decided":{"steward":null,"stewardSince":1795342007215,"stewardWhy":"departure","capturedBy":"s18xrna8qhbezn6tcefyca5138"}}]')
INSERT INTO rec VALUES ('r2awnjjvz06bsekdfj1xg5a7nr', 'touch', 10, 20779, null, null, null, '{}')
INSERT INTO rec VALUES ('rw7w3yjsyefzk560x2w1xz48qq', 'pair', 7, 0, null, null, null, '{"fact":{"of":"person","keep":"9bjajfxp6m0xwqz237e2gk6fx4","other":"gbg4h0583zxf5195h27swwx19g","verdict":"same","reasons":["same-email"],"automatic":true,"by":"s18xrna8qhbezn6tcefyca5138","at":1795342007151,"number":1}}')
INSERT INTO rec VALUES ('s18xrna8qhbezn6tcefyca5138', 'member', 11, 0, null, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO log VALUES (1, 2, 2, 2, '["3mn4rjbds7n45gpr0e2fxn8194","gkefwe0m0xpqdpxht0tgz4wv9m"]')
INSERT INTO log VALUES (2, 1, 2, 3, '["gkefwe0m0xpqdpxht0tgz4wv9m"]')
INSERT INTO log VALUES (3, 1, 3, 4, '["s18xrna8qhbezn6tcefyca5138"]')
INSERT INTO log VALUES (4, 1, 3, 5, '["s18xrna8qhbezn6tcefyca5138"]')
INSERT INTO log VALUES (5, 1, 4, 6, '["hwvqj33ag1gcw2ea74pqgjsr64"]')
INSERT INTO log VALUES (6, 1, 4, 7, '["hwvqj33ag1gcw2ea74pqgjsr64"]')
INSERT INTO log VALUES (7, 6, 10, 13, '["ms7dcp5tej8gmya0b19xcd1mcm","9bjajfxp6m0xwqz237e2gk6fx4","axy2x1yx8h0hy7d727an2fhwzr","a91gxeed9ehtp39kh35nv7srd4","gbg4h0583zxf5195h27swwx19g","rw7w3yjsyefzk560x2w1xz48qq"]')
INSERT INTO log VALUES (8, 1, 11, 14, '["3x7zb5j6mwf7vp0k2nr1h4c1aw"]')
INSERT INTO log VALUES (9, 1, 12, 15, '["r2awnjjvz06bsekdfj1xg5a7nr"]')
INSERT INTO log VALUES (10, 1, 11, 16, '["r2awnjjvz06bsekdfj1xg5a7nr"]')
INSERT INTO log VALUES (11, 2, 11, 18, '["s18xrna8qhbezn6tcefyca5138","ms7dcp5tej8gmya0b19xcd1mcm"]')
INSERT INTO log VALUES (12, 1, 12, 19, '["fafmee1vjy16vwva7wqem03ym8"]')
