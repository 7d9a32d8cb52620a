-- 9yvgjd3nj87nydkf5z4z7yx4p8.a_iIU6Pbl5RKKMVGmSvyR3p29gvX-Mpvj22lGKqer1Y
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
INSERT INTO meta VALUES (1, 4, '9yvgjd3nj87nydkf5z4z7yx4p8', 'Tidewater Tools', 'tidewater', 'FVG7SdI7HdVSBOWG3UMpXaRhGN-2EjuktM1tK_8hBx4', 'yx1hxa637pnkmvj9cjgbjejbec', 1, 1795340144051, 0)
INSERT INTO member VALUES ('1nwnrf1sfr7pf501krwyyj2r0r', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('7z64n9t1qt4djjn58nedecha7c', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('cfn1spv7w7718gbfb957rx4zwr', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('zmzcsrta4znx8bzmsah47wf7pm', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO device VALUES ('2mm6me41w6frncrhgvdam15msr', '4c905db900fa327981aed52864ab409cae3f957ba1c9d911632f5f67aede953d', '7z64n9t1qt4djjn58nedecha7c', 'Laptop', 'active', null, null, 1, 'mrg8xadenqxntx6edsvdjffgam', 3, 1795340144078, 1795340144096, 0)
INSERT INTO device VALUES ('eb5cw5ej4sr4cp5pqfd5akx4w4', 'bf86b62693bf6fd03933124ce1c2a4273f10c680ea8dc44e40ab2ad2e9520fb9', 'cfn1spv7w7718gbfb957rx4zwr', 'Laptop', 'active', null, null, 1, null, 0, 1795340144062, 1795340144062, 0)
INSERT INTO device VALUES ('ffd76zwphvh8m9vkmmj8x8wp0w', '887fd4f1b730db8770663eba875b0f7222b8266365089465ca6466b07062dd69', '1nwnrf1sfr7pf501krwyyj2r0r', 'Laptop', 'revoked', 'departed', 'K5y6CVcdIGjg4YHploKSwA', 2, 'n3pw5gpw8xgd1bngsm7zad9yqw', 3, 1795340144070, 1795340144082, 0)
INSERT INTO invitation VALUES ('n6pqnrj590yhw5jzhjad257k84', 'c30cabb352a63d293aac611a7db4d111d513e528ae2a66b9e0943391c4c7a300', 'cfn1spv7w7718gbfb957rx4zwr', 'used', 1795944944051)
INSERT INTO invitation VALUES ('njyxj6vpdsvcj911jdxahdxczc', '9659d2e0dc238f4c1717a8621b6ae5937515d8f8c3eebdb17828e7751f24321e', '7z64n9t1qt4djjn58nedecha7c', 'used', 1795944944075)
INSERT INTO invitation VALUES ('p3r095y6dprsthqnntcv3zaw1c', '80edc99063e3c25a178007b1a93025ca2e6d01558ceb64532cbbe3494a321096', 'zmzcsrta4znx8bzmsah47wf7pm', 'open', 1795944944110)
INSERT INTO invitation VALUES ('wxf55tdyvhtb0jrjwvxj6x1q4m', '4314d58208587d6cfdabe09e5b37d4174cd35ef23f7f3fe4f700b940036f67d3', '1nwnrf1sfr7pf501krwyyj2r0r', 'used', 1795944944066)
INSERT INTO applied VALUES ('2mm6me41w6frncrhgvdam15msr', 1, '{"ids":["4csypbn39n67896gyk2bq7b43w","kwgjt0gmbg0dg327xv61nr93vm","mrg8xadenqxntx6edsvdjffgam"],"except":{}}')
INSERT INTO applied VALUES ('ffd76zwphvh8m9vkmmj8x8wp0w', 3, '{"ids":["kjt4ksc72edyg84es5c7c8mvw8","agf3n9y242yfcr03xv4few2ncr","n3pw5gpw8xgd1bngsm7zad9yqw"],"except":{"2":{"kind":"rejected","reason":"bad-value"}}}')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'g76sq5fft2t6vj1kdwvvke86dr', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'grgsvc9gdepbc679pk9ccytkd0', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', 'grgsvc9gdepbc679pk9ccytkd0', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('a869484d576d33a94e6eb7c052092d8a46454caa08abfd4757d98f58d9b919a9', '2mm6me41w6frncrhgvdam15msr', 1, 1795340174108)
INSERT INTO quarantine VALUES ('ffd76zwphvh8m9vkmmj8x8wp0w', 'sq06d7h4pkpa0dc5zngrznw9ec', '1nwnrf1sfr7pf501krwyyj2r0r', 1795340144106, '{"type":"write","id":"sq06d7h4pkpa0dc5zngrznw9ec","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"qna6sr6rrmn30z45bscfg6jep8","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795340144051, null, null, 'create-workspace', '9yvgjd3nj87nydkf5z4z7yx4p8', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795340144062, 'cfn1spv7w7718gbfb957rx4zwr', 'eb5cw5ej4sr4cp5pqfd5akx4w4', 'join', 'eb5cw5ej4sr4cp5pqfd5akx4w4', null, null)
INSERT INTO audit VALUES (3, 1795340144066, 'cfn1spv7w7718gbfb957rx4zwr', 'eb5cw5ej4sr4cp5pqfd5akx4w4', 'invite', '1nwnrf1sfr7pf501krwyyj2r0r', null, '{"invitation":"wxf55tdyvhtb0jrjwvxj6x1q4m","role":"rep"}')
INSERT INTO audit VALUES (4, 1795340144070, '1nwnrf1sfr7pf501krwyyj2r0r', 'ffd76zwphvh8m9vkmmj8x8wp0w', 'join', 'ffd76zwphvh8m9vkmmj8x8wp0w', null, null)
INSERT INTO audit VALUES (5, 1795340144075, 'cfn1spv7w7718gbfb957rx4zwr', 'eb5cw5ej4sr4cp5pqfd5akx4w4', 'invite', '7z64n9t1qt4djjn58nedecha7c', null, '{"invitation":"njyxj6vpdsvcj911jdxahdxczc","role":"rep"}')
INSERT INTO audit VALUES (6, 1795340144078, '7z64n9t1qt4djjn58nedecha7c', '2mm6me41w6frncrhgvdam15msr', 'join', '2mm6me41w6frncrhgvdam15msr', null, null)
INSERT INTO audit VALUES (7, 1795340144082, '1nwnrf1sfr7pf501krwyyj2r0r', 'ffd76zwphvh8m9vkmmj8x8wp0w', 'merge-records', 'mv1t715057ykf6nz9xbdz9zegp', 'null', '{"of":"person","keep":"5c7gsez649zrxww1cb6v17wdww","other":"em6a13kp3qpdnd6smdwt75r9m8","verdict":"same","reasons":["same-email"],"automatic":true,"by":"1nwnrf1sfr7pf501krwyyj2r0r","at":1795340144082,"number":1}')
INSERT INTO audit VALUES (8, 1795340144096, '7z64n9t1qt4djjn58nedecha7c', '2mm6me41w6frncrhgvdam15msr', 'withdraw-touch', 'sj8c40w5v2052g5kxhqhpzsxqc', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795340144102, 'cfn1spv7w7718gbfb957rx4zwr', 'eb5cw5ej4sr4cp5pqfd5akx4w4', 'depart', '1nwnrf1sfr7pf501krwyyj2r0r', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795340144102, 'cfn1spv7w7718gbfb957rx4zwr', 'eb5cw5ej4sr4cp5pqfd5akx4w4', 'depart-accounts', '1nwnrf1sfr7pf501krwyyj2r0r', '["c8pmyq2dnxycyf1pt52w4djs2c"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795340144106, '1nwnrf1sfr7pf501krwyyj2r0r', 'ffd76zwphvh8m9vkmmj8x8wp0w', 'hand-in', 'ffd76zwphvh8m9vkmmj8x8wp0w', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795340144110, 'cfn1spv7w7718gbfb957rx4zwr', 'eb5cw5ej4sr4cp5pqfd5akx4w4', 'invite', 'zmzcsrta4znx8bzmsah47wf7pm', null, '{"invitation":"p3r095y6dprsthqnntcv3zaw1c","role":"admin"}')
INSERT INTO merge_link VALUES ('mv1t715057ykf6nz9xbdz9zegp', 'person', '5c7gsez649zrxww1cb6v17wdww', 'em6a13kp3qpdnd6smdwt75r9m8', 1)
INSERT INTO person_email VALUES ('ines@gull.example', '5c7gsez649zrxww1cb6v17wdww')
INSERT INTO person_email VALUES ('ines@gull.example', 'em6a13kp3qpdnd6smdwt75r9m8')
INSERT INTO yield VALUES (20779, 'ffd76zwphvh8m9vkmmj8x8wp0w', 'roundcube', 1, 10, 9, 1, 0, 2, 1)
INSERT INTO rec VALUES ('1nwnrf1sfr7pf501krwyyj2r0r', 'member', 11, 0, null, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('5c7gsez649zrxww1cb6v17wdww', 'person', 7, 0, null, null, null, '["01a2029c8dd2-0000-test",0,{"name":"Ines Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('5g6qjnqvh6hrnbrk5ghet9hcwm', 'sighting', 7, 0, null, 'grgsvc9gdepbc679pk9ccytkd0', null, '{"fact":{"subject":{"kind":"person","id":"5c7gsez649zrxww1cb6v17wdww"},"touch":"grgsvc9gdepbc679pk9ccytkd0","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"1nwnrf1sfr7pf501krwyyj2r0r"}}')
INSERT INTO rec VALUES ('7z64n9t1qt4djjn58nedecha7c', 'member', 6, 0, null, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('c8pmyq2dnxycyf1pt52w4djs2c', 'account', 11, 0, null, null, null, '["01a2029c8dd2-0000-test",0,{"name":"Gull & Daughters"},{"domains":["gull.example"]},{"decided":{"steward":null,"stewardSince":1795340144102,"stewardWhy":"departure","capturedBy":"1nwnrf1sfr7pf501krwyyj2r0r"}}]')
INSERT INTO rec VALUES ('cfn1spv7w7718gbfb957rx4zwr', 'member', 2, 0, null, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('em6a13kp3qpdnd6smdwt75r9m8', 'person', 7, 0, null, null, null, '["01a2029c8dd2-0000-test",0,{"name":"I. Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('g76sq5fft2t6vj1kdwvvke86dr', 'touch', 8, 0, null, 'grgsvc9gdepbc679pk9ccytkd0', null, '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"grgsvc9gdepbc679pk9ccytkd0","witness":"7z64n9t1qt4djjn58nedecha7c","withdrawn":false}}')
INSERT INTO rec VALUES ('grgsvc9gdepbc679pk9ccytkd0', 'touch', 7, 0, null, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"5c7gsez649zrxww1cb6v17wdww","role":"from"}],"accounts":["c8pmyq2dnxycyf1pt52w4djs2c"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"1nwnrf1sfr7pf501krwyyj2r0r","withdrawn":false}}')
INSERT INTO rec VALUES ('mv1t715057ykf6nz9xbdz9zegp', 'pair', 7, 0, null, null, null, '{"fact":{"of":"person","keep":"5c7gsez649zrxww1cb6v17wdww","other":"em6a13kp3qpdnd6smdwt75r9m8","verdict":"same","reasons":["same-email"],"automatic":true,"by":"1nwnrf1sfr7pf501krwyyj2r0r","at":1795340144082,"number":1}}')
INSERT INTO rec VALUES ('sj8c40w5v2052g5kxhqhpzsxqc', 'touch', 10, 20779, null, null, null, '{}')
INSERT INTO rec VALUES ('yx1hxa637pnkmvj9cjgbjejbec', 'policy', 1, 0, null, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('zmzcsrta4znx8bzmsah47wf7pm', 'member', 12, 0, null, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO log VALUES (1, 2, 2, 2, '["yx1hxa637pnkmvj9cjgbjejbec","cfn1spv7w7718gbfb957rx4zwr"]')
INSERT INTO log VALUES (2, 1, 2, 3, '["cfn1spv7w7718gbfb957rx4zwr"]')
INSERT INTO log VALUES (3, 1, 3, 4, '["1nwnrf1sfr7pf501krwyyj2r0r"]')
INSERT INTO log VALUES (4, 1, 3, 5, '["1nwnrf1sfr7pf501krwyyj2r0r"]')
INSERT INTO log VALUES (5, 1, 4, 6, '["7z64n9t1qt4djjn58nedecha7c"]')
INSERT INTO log VALUES (6, 1, 4, 7, '["7z64n9t1qt4djjn58nedecha7c"]')
INSERT INTO log VALUES (7, 6, 10, 13, '["c8pmyq2dnxycyf1pt52w4djs2c","5c7gsez649zrxww1cb6v17wdww","grgsvc9gdepbc679pk9ccytkd0","5g6qjnqvh6hrnbrk5ghet9hcwm","em6a13kp3qpdnd6smdwt75r9m8","mv1t715057ykf6nz9xbdz9zegp"]')
INSERT INTO log VALUES (8, 1, 11, 14, '["g76sq5fft2t6vj1kdwvvke86dr"]')
INSERT INTO log VALUES (9, 1, 12, 15, '["sj8c40w5v2052g5kxhqhpzsxqc"]')
INSERT INTO log VALUES (10, 1, 11, 16, '["sj8c40w5v2052g5kxhqhpzsxqc"]')
INSERT INTO log VALUES (11, 2, 11, 18, '["1nwnrf1sfr7pf501krwyyj2r0r","c8pmyq2dnxycyf1pt52w4djs2c"]')
INSERT INTO log VALUES (12, 1, 12, 19, '["zmzcsrta4znx8bzmsah47wf7pm"]')
