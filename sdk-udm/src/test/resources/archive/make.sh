#!/usr/bin/env bash
# Makes the files beside it anew; needs OpenSSL 3 and zip. The keys protect nothing but these files.
set -euo pipefail
cd "$(dirname "$0")"
for name in own other third; do
  openssl req -x509 -newkey rsa:2048 -nodes -days 36500 -subj "/CN=$name/O=Multicloud CX SDK tests" -keyout "$name.key" -out "$name.pem"
done
rm -f other.key third.key small.zip
for i in $(seq 1 20); do echo "{\"ContactId\":\"$i\",\"createddate\":\"2015-08-05 08:31:20.78\"}"; done > Contact-7.json
python3 -c 'import zipfile; z = zipfile.ZipFile("small.zip", "w", zipfile.ZIP_DEFLATED); z.write("Contact-7.json")'
rm Contact-7.json
cms() { openssl cms -encrypt -binary -in small.zip -out "$@"; }
openssl smime -encrypt -binary -des3 -in small.zip -out des3.smime own.pem
openssl smime -encrypt -binary -aes-128-cbc -in small.zip -out aes128.smime own.pem
cms aes256.pem -aes-256-cbc -outform PEM own.pem
cms aes256.der -aes-256-cbc -outform DER -noindef own.pem
cms aes256-stream.der -aes-256-cbc -outform DER -stream own.pem
cms gcm.smime -aes-256-gcm own.pem
cms oaep.smime -aes-256-cbc -recip own.pem -keyopt rsa_padding_mode:oaep
cms crlf.smime -aes-256-cbc -crlfeol own.pem
cms several.smime -aes-256-cbc other.pem own.pem third.pem
openssl rsa -in own.key -traditional -out own-pkcs1.key
openssl pkcs8 -topk8 -in own.key -v2 aes-256-cbc -passout pass:secret -out own-encrypted.key
openssl rsa -in own.key -traditional -aes256 -passout pass:secret -out own-traditional.key
openssl pkcs12 -export -inkey own.key -in own.pem -name own -passout pass:secret -out own.p12
openssl ecparam -genkey -name prime256v1 -noout -out elliptic.key
