// Drives a bus with the JavaScript client; prints one line per thing that worked and fails at the first that did not.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const { ServiceBusClient, ServiceBusError } = require("@azure/service-bus");
const bus = new ServiceBusClient(process.argv[2], { retryOptions: { maxRetries: 1, timeoutInMs: 10_000 } });

const bodies = (messages) => messages.map((message) => message.body);
const patience = { maxWaitTimeInMs: 30_000 };

async function receive(receiver, count) {
  const received = [];
  while (received.length < count) {
    const some = await receiver.receiveMessages(count - received.length, patience);
    if (some.length === 0) break;
    received.push(...some);
  }
  return received;
}

async function sendsReceivesAndCompletes() {
  const sender = bus.createSender("plain");
  const receiver = bus.createReceiver("plain");
  await sender.sendMessages({ body: { n: 1 }, messageId: "m1", subject: "greeting", applicationProperties: { a: 1, b: "x" } });
  await sender.sendMessages([{ body: "two" }, { body: "three" }]);
  const received = await receive(receiver, 3);
  assert.deepEqual(bodies(received), [{ n: 1 }, "two", "three"]);
  assert.equal(received[0].messageId, "m1");
  assert.deepEqual(received[0].applicationProperties, { a: 1, b: "x" });
  assert.ok(await receiver.renewMessageLock(received[0]) > new Date());
  for (const message of received) await receiver.completeMessage(message);
  assert.deepEqual(await receiver.peekMessages(10), []);
}

async function abandonsDefersAndDeadLetters() {
  const receiver = bus.createReceiver("plain");
  await bus.createSender("plain").sendMessages({ body: "bad" });
  await receiver.abandonMessage((await receive(receiver, 1))[0], { tried: "once" });
  const [again] = await receive(receiver, 1);
  assert.equal(again.deliveryCount, 1);
  assert.equal(again.applicationProperties.tried, "once");
  await receiver.deferMessage(again);
  const [deferred] = await receiver.receiveDeferredMessages(again.sequenceNumber);
  assert.equal(deferred.body, "bad");
  await receiver.deadLetterMessage(deferred, { deadLetterReason: "unreadable", deadLetterErrorDescription: "no JSON" });
  const deadLetters = bus.createReceiver("plain", { subQueueType: "deadLetter" });
  const [dead] = await receive(deadLetters, 1);
  assert.equal(dead.deadLetterReason, "unreadable");
  assert.equal(dead.deadLetterErrorDescription, "no JSON");
  await deadLetters.completeMessage(dead);
}

async function schedulesAndCancels() {
  const sender = bus.createSender("plain");
  const receiver = bus.createReceiver("plain", { receiveMode: "receiveAndDelete" });
  const soon = new Date(Date.now() + 5_000);
  const numbers = await sender.scheduleMessages([{ body: "kept" }, { body: "cancelled" }], soon);
  await sender.cancelScheduledMessages(numbers[1]);
  const [peeked] = await receiver.peekMessages(10);
  assert.equal(peeked.state, "scheduled");
  assert.deepEqual(bodies(await receive(receiver, 1)), ["kept"]);
  assert.ok(new Date() >= soon);
}

async function usesSessions() {
  const sender = bus.createSender("lanes");
  await sender.sendMessages(["a1", "a2"].map((body) => ({ body, sessionId: "a" })));
  await sender.sendMessages({ body: "b1", sessionId: "b" });
  const first = await bus.acceptSession("lanes", "a");
  const next = await bus.acceptNextSession("lanes");
  assert.equal(next.sessionId, "b");
  await assert.rejects(
    bus.acceptSession("lanes", "a", { maxAutoLockRenewalDurationInMs: 0 }),
    (error) => error instanceof ServiceBusError && error.code === "SessionCannotBeLocked");
  await first.setSessionState({ step: 1 });
  assert.deepEqual(await first.getSessionState(), { step: 1 });
  assert.ok(await first.renewSessionLock() > new Date());
  assert.deepEqual(bodies(await first.peekMessages(10)), ["a1", "a2"]);
  const received = await receive(first, 2);
  assert.deepEqual(bodies(received), ["a1", "a2"]);
  for (const message of received) await first.completeMessage(message);
  await first.close();
  await next.close();
}

async function streamsToAHandler() {
  const receiver = bus.createReceiver("plain");
  const handled = [];
  const subscription = receiver.subscribe({
    processMessage: async (message) => handled.push(message.body),
    processError: async (args) => { throw args.error; },
  });
  await bus.createSender("plain").sendMessages([1, 2, 3, 4, 5].map((body) => ({ body })));
  for (let tries = 0; handled.length < 5 && tries < 600; tries++) await new Promise((done) => setTimeout(done, 50));
  assert.deepEqual(handled, [1, 2, 3, 4, 5]);
  await subscription.close();
  await receiver.close();
}

async function changesRules() {
  const rules = bus.createRuleManager("offers", "changing");
  await rules.createRule("cheap", { sqlExpression: "price < 10" });
  await rules.createRule("red", { subject: "red", applicationProperties: { fresh: true } });
  await rules.deleteRule("$Default");
  const listed = [];
  for await (const rule of rules.listRules()) listed.push(rule);
  assert.deepEqual(listed.map((rule) => rule.name), ["cheap", "red"]);
  assert.equal(listed[0].filter.sqlExpression, "price < 10");
  assert.equal(listed[1].filter.subject, "red");
  assert.deepEqual(listed[1].filter.applicationProperties, { fresh: true });
  const sender = bus.createSender("offers");
  for (const price of [5, 15]) await sender.sendMessages({ body: price, sessionId: "s", applicationProperties: { price } });
  const received = await receive(bus.createReceiver("offers", "changing", { receiveMode: "receiveAndDelete" }), 1);
  assert.deepEqual(bodies(received), [5]);
}

async function isToldWhatIsWrong() {
  await assert.rejects(
    bus.createSender("nowhere").sendMessages({ body: 1 }),
    (error) => error.code === "MessagingEntityNotFound");
  await assert.rejects(bus.createRuleManager("news", "sport").createRule("only-sport", { sqlExpression: "1=1" }),
    (error) => error.code === "MessageEntityAlreadyExists" || error.code === "MessagingEntityAlreadyExists"
      || /already exists|exists already/.test(error.message));
}

const all = [sendsReceivesAndCompletes, abandonsDefersAndDeadLetters, schedulesAndCancels, usesSessions, streamsToAHandler,
  changesRules, isToldWhatIsWrong];
for (const proof of all) {
  await proof();
  console.log(`ok ${proof.name}`);
}
await bus.close();
