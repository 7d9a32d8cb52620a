-- g9ch65tsk9b6f4vnertzw6qzb0.ad5MBVNiD-K_F4b9GZ3ici4X-K9tc6Z0NEEBYHaRGyI
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, created_at INTEGER NOT NULL )
CREATE TABLE rec ( id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL UNIQUE, gone INTEGER NOT NULL, steward TEXT, touch TEXT, data TEXT NOT NULL ) WITHOUT ROWID
CREATE INDEX rec_steward ON rec (steward) WHERE steward IS NOT NULL
CREATE INDEX rec_touch ON rec (touch) WHERE touch IS NOT NULL
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL ) WITHOUT ROWID
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
INSERT INTO meta VALUES (1, 2, 'g9ch65tsk9b6f4vnertzw6qzb0', 'Tidewater Tools', 'tidewater', '7njCeVYPneN5scG0Z_IyrP09m6hyRckygPToNODVsys', 'j8psqd54haherk03vttrfas81r', 1, 20, 1795326875293)
INSERT INTO rec VALUES ('05k0j0w2hjatnext7ydy7k14xg', 'account', 19, 0, null, null, '{"fields":{"name":{"value":"Gull & Daughters","stamp":"01a201d216f6-0000-test","rank":"page"}},"sets":{"domains":{"gull.example":["01a201d216f6-0000-test"]}},"decided":{"steward":null,"stewardSince":1795326875445,"stewardWhy":"departure","capturedBy":"49tt0fjk0xm83da4f39dmv5ycr"}}')
INSERT INTO rec VALUES ('0shnsjhtwpb8c0w6jv3qpb5wvc', 'member', 3, 0, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('2pngnbca82revkas3erkhs6bvc', 'touch', 15, 0, null, '5ghvf056s4dqz1s9j601q4d218', '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"5ghvf056s4dqz1s9j601q4d218","witness":"rsz2245vxy7e80zq4bhp7n7j70","withdrawn":false}}')
INSERT INTO rec VALUES ('49tt0fjk0xm83da4f39dmv5ycr', 'member', 18, 0, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('4t3d9agn57vsaxdzm60kjz8hg3', 'pair', 13, 0, null, null, '{"fact":{"of":"person","keep":"jbcjmt7ft99ppwdc5v3257y530","other":"jbr6vc94y1rrm2x0p3s4gdr848","verdict":"same","reasons":["same-email"],"automatic":true,"by":"49tt0fjk0xm83da4f39dmv5ycr","at":1795326875382,"number":1}}')
INSERT INTO rec VALUES ('50es91x6k2vzjf7r3zeegeap38', 'touch', 17, 1, null, null, '{}')
INSERT INTO rec VALUES ('5ghvf056s4dqz1s9j601q4d218', 'touch', 10, 0, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"jbr6vc94y1rrm2x0p3s4gdr848","role":"from"}],"accounts":["05k0j0w2hjatnext7ydy7k14xg"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"49tt0fjk0xm83da4f39dmv5ycr","withdrawn":false}}')
INSERT INTO rec VALUES ('g3a1jkjc6jzm1rb07z55we0n7w', 'sighting', 11, 0, null, '5ghvf056s4dqz1s9j601q4d218', '{"fact":{"subject":{"kind":"person","id":"jbr6vc94y1rrm2x0p3s4gdr848"},"touch":"5ghvf056s4dqz1s9j601q4d218","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"49tt0fjk0xm83da4f39dmv5ycr"}}')
INSERT INTO rec VALUES ('j8psqd54haherk03vttrfas81r', 'policy', 1, 0, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('jbcjmt7ft99ppwdc5v3257y530', 'person', 12, 0, null, null, '{"fields":{"name":{"value":"I. Gull","stamp":"01a201d216f6-0000-test","rank":"page"}},"sets":{"emails":{"ines@gull.example":["01a201d216f6-0000-test"]}},"decided":{}}')
INSERT INTO rec VALUES ('jbr6vc94y1rrm2x0p3s4gdr848', 'person', 9, 0, null, null, '{"fields":{"name":{"value":"Ines Gull","stamp":"01a201d216f6-0000-test","rank":"page"}},"sets":{"emails":{"ines@gull.example":["01a201d216f6-0000-test"]}},"decided":{}}')
INSERT INTO rec VALUES ('m6b9e2eh80hd85q786475y1zfg', 'member', 20, 0, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('rsz2245vxy7e80zq4bhp7n7j70', 'member', 7, 0, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO member VALUES ('0shnsjhtwpb8c0w6jv3qpb5wvc', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('49tt0fjk0xm83da4f39dmv5ycr', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('m6b9e2eh80hd85q786475y1zfg', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO member VALUES ('rsz2245vxy7e80zq4bhp7n7j70', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO device VALUES ('3s84bjwx3cbr6vsfr63j5zrvmg', '7fb7df84c1ac9ca5d9dc69c52c16059a36d7bd860fec3feda0075debeaeb35e3', '49tt0fjk0xm83da4f39dmv5ycr', 'Laptop', 'revoked', 'departed', 'l_yI0l1ycQlTT3r6Z8KaRA', 2, '5e5xjnhn7wg8trb5sdg2194khw', 3, 1795326875335, 1795326875382)
INSERT INTO device VALUES ('95zweakh25ghmmqvrm8dgzqd40', 'f8148a68322a1a8d77a146afdbae108ca16e2a271fa7bd157e508c51ebdd3882', 'rsz2245vxy7e80zq4bhp7n7j70', 'Laptop', 'active', null, null, 1, 'wnqz8z51bv9ybzvjvvwbgz6nbg', 3, 1795326875363, 1795326875435)
INSERT INTO device VALUES ('zjx65hn9pxqdd2afjvn1r457h4', '4112aa257abf7028d1a5d2baad025613ea4449c0aad50c139598126a910fb429', '0shnsjhtwpb8c0w6jv3qpb5wvc', 'Laptop', 'active', null, null, 1, null, 0, 1795326875310, 1795326875310)
INSERT INTO invitation VALUES ('40qv7jzkhewcdz9casgsxtht5c', '3aa67a6e44546a4f05765c6a6d07825c8c24928043d957efe244356d992928a1', '0shnsjhtwpb8c0w6jv3qpb5wvc', 'used', 1795931675293)
INSERT INTO invitation VALUES ('6et0rgy0z2emjaxf37v42antrm', '791425920d97881f55f7961835ea83e8e7da84e9c288f8b4d1e03926eb43dabf', '49tt0fjk0xm83da4f39dmv5ycr', 'used', 1795931675319)
INSERT INTO invitation VALUES ('r9qaqcsfyq88nx3nxm060c5320', '829ad44e3fcb335eacd1f38645bb22f98f2c8d98b1e33a7fea48a00ce0afd3fd', 'm6b9e2eh80hd85q786475y1zfg', 'open', 1795931675461)
INSERT INTO invitation VALUES ('wfd14pcbpjrznmm7tqbvt9kg98', '8bf9040aaa09ffc1079b938fbbad539d203f5894645bfb5a223732f473b78b29', 'rsz2245vxy7e80zq4bhp7n7j70', 'used', 1795931675349)
INSERT INTO applied VALUES ('3s84bjwx3cbr6vsfr63j5zrvmg', 3, '[{"id":"xf1bn6st18x4apd1dqxcd8cp4w","outcome":{"kind":"applied"}},{"id":"1t6gazm021c16zwxfryaze8x44","outcome":{"kind":"applied"}},{"id":"5e5xjnhn7wg8trb5sdg2194khw","outcome":{"kind":"rejected","reason":"bad-value"}}]')
INSERT INTO applied VALUES ('95zweakh25ghmmqvrm8dgzqd40', 1, '[{"id":"f5yfzmaeqsx729gxqm4f118x7c","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('95zweakh25ghmmqvrm8dgzqd40', 2, '[{"id":"6gbevr2x3she95ykxj1scpq310","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('95zweakh25ghmmqvrm8dgzqd40', 3, '[{"id":"wnqz8z51bv9ybzvjvvwbgz6nbg","outcome":{"kind":"applied"}}]')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '2pngnbca82revkas3erkhs6bvc', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '5ghvf056s4dqz1s9j601q4d218', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', '5ghvf056s4dqz1s9j601q4d218', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('9ae3fb4a0b35ba82895edb264494b4e0379bcc79a5afd48492a1484172a13a80', '95zweakh25ghmmqvrm8dgzqd40', 1, 1795326905457)
INSERT INTO quarantine VALUES ('3s84bjwx3cbr6vsfr63j5zrvmg', 'r3fnmg66rkxn1zt74ywn3d6m4r', '49tt0fjk0xm83da4f39dmv5ycr', 1795326875454, '{"type":"write","id":"r3fnmg66rkxn1zt74ywn3d6m4r","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"3d0fbv9ebj0xv9t7qhepj5c4er","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795326875293, null, null, 'create-workspace', 'g9ch65tsk9b6f4vnertzw6qzb0', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795326875310, '0shnsjhtwpb8c0w6jv3qpb5wvc', 'zjx65hn9pxqdd2afjvn1r457h4', 'join', 'zjx65hn9pxqdd2afjvn1r457h4', null, null)
INSERT INTO audit VALUES (3, 1795326875319, '0shnsjhtwpb8c0w6jv3qpb5wvc', 'zjx65hn9pxqdd2afjvn1r457h4', 'invite', '49tt0fjk0xm83da4f39dmv5ycr', null, '{"invitation":"6et0rgy0z2emjaxf37v42antrm","role":"rep"}')
INSERT INTO audit VALUES (4, 1795326875335, '49tt0fjk0xm83da4f39dmv5ycr', '3s84bjwx3cbr6vsfr63j5zrvmg', 'join', '3s84bjwx3cbr6vsfr63j5zrvmg', null, null)
INSERT INTO audit VALUES (5, 1795326875349, '0shnsjhtwpb8c0w6jv3qpb5wvc', 'zjx65hn9pxqdd2afjvn1r457h4', 'invite', 'rsz2245vxy7e80zq4bhp7n7j70', null, '{"invitation":"wfd14pcbpjrznmm7tqbvt9kg98","role":"rep"}')
INSERT INTO audit VALUES (6, 1795326875363, 'rsz2245vxy7e80zq4bhp7n7j70', '95zweakh25ghmmqvrm8dgzqd40', 'join', '95zweakh25ghmmqvrm8dgzqd40', null, null)
INSERT INTO audit VALUES (7, 1795326875382, '49tt0fjk0xm83da4f39dmv5ycr', '3s84bjwx3cbr6vsfr63j5zrvmg', 'merge-records', '4t3d9agn57vsaxdzm60kjz8hg3', 'null', '{"of":"person","keep":"jbcjmt7ft99ppwdc5v3257y530","other":"jbr6vc94y1rrm2x0p3s4gdr848","verdict":"same","reasons":["same-email"],"automatic":true,"by":"49tt0fjk0xm83da4f39dmv5ycr","at":1795326875382,"number":1}')
INSERT INTO audit VALUES (8, 1795326875435, 'rsz2245vxy7e80zq4bhp7n7j70', '95zweakh25ghmmqvrm8dgzqd40', 'withdraw-touch', '50es91x6k2vzjf7r3zeegeap38', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795326875445, '0shnsjhtwpb8c0w6jv3qpb5wvc', 'zjx65hn9pxqdd2afjvn1r457h4', 'depart', '49tt0fjk0xm83da4f39dmv5ycr', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795326875445, '0shnsjhtwpb8c0w6jv3qpb5wvc', 'zjx65hn9pxqdd2afjvn1r457h4', 'depart-accounts', '49tt0fjk0xm83da4f39dmv5ycr', '["05k0j0w2hjatnext7ydy7k14xg"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795326875454, '49tt0fjk0xm83da4f39dmv5ycr', '3s84bjwx3cbr6vsfr63j5zrvmg', 'hand-in', '3s84bjwx3cbr6vsfr63j5zrvmg', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795326875461, '0shnsjhtwpb8c0w6jv3qpb5wvc', 'zjx65hn9pxqdd2afjvn1r457h4', 'invite', 'm6b9e2eh80hd85q786475y1zfg', null, '{"invitation":"r9qaqcsfyq88nx3nxm060c5320","role":"admin"}')
INSERT INTO merge_link VALUES ('4t3d9agn57vsaxdzm60kjz8hg3', 'person', 'jbcjmt7ft99ppwdc5v3257y530', 'jbr6vc94y1rrm2x0p3s4gdr848', 1)
INSERT INTO person_email VALUES ('ines@gull.example', 'jbcjmt7ft99ppwdc5v3257y530')
INSERT INTO person_email VALUES ('ines@gull.example', 'jbr6vc94y1rrm2x0p3s4gdr848')
