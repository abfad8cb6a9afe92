using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary><c>[RefTest]</c>: the answer tells paths apart by what is held.</summary>
public sealed class RefTestTests
{
    private const string World = """

        [TrustedContract] public struct Pin
        {
            [return: AcquiresRef(Kind = "pin")] public static Pin Of(object target) => default;
            [ReleasesRef(Kind = "pin")] public void Free() { }
            [RefTest(Kind = "pin")] public bool IsAllocated => false;
        }
        [TrustedContract] public sealed class Gate
        {
            [AcquiresRef(Kind = "read")] public void Enter() { }
            [AcquiresRef(Kind = "read", When = When.True)] public bool TryEnter() => false;
            [ReleasesRef(Kind = "read")] public void Exit() { }
            [RefTest(Kind = "read")] public bool IsHeld => false;
            [RefTest(Kind = "read")] public bool Holds() => false;
        }
        """;

    [Theory]
    [InlineData("Pin pin = default; if (a) pin = Pin.Of(o); Pool.Check(a); if (pin.IsAllocated) pin.Free();")]
    [InlineData("Pin pin = default; try { pin = Pin.Of(o); Pool.Check(a); } finally { if (pin.IsAllocated) pin.Free(); }")]
    [InlineData("var pin = Pin.Of(o); pin.Free(); if (pin.IsAllocated) pin.Free();")]
    [InlineData("var pin = Pin.Of(o); if (pin is { IsAllocated: true }) pin.Free();")]
    [InlineData("gate.Enter(); bool held = gate.IsHeld; Pool.Check(a); if (held) gate.Exit();")]
    [InlineData("try { gate.Enter(); Pool.Check(a); } finally { if (gate.IsHeld) gate.Exit(); }")]
    [InlineData("bool taken = false; if (!gate.IsHeld) { gate.Enter(); taken = true; } Pool.Check(a); if (taken) gate.Exit();")]
    [InlineData("if (!gate.Holds()) gate.Enter(); if (gate.Holds()) gate.Exit();")]
    [InlineData("gate.TryEnter(); if (gate.IsHeld) gate.Exit();")]
    [InlineData("_gate.Enter(); try { Pool.Check(a); } finally { if (_gate.IsHeld) _gate.Exit(); }")]
    [InlineData("if (_pin.IsAllocated) _pin.Free();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var pin = {|DVM2001:Pin.Of(o)|}; if (!pin.IsAllocated) pin.Free();")]
    [InlineData("var pin = Pin.Of(o); pin.Free(); if (!pin.IsAllocated) {|DVM2002:pin.Free()|};")]
    [InlineData("Pin pin = default; if (a) pin = {|DVM2001:Pin.Of(o)|}; if (pin.IsAllocated) Pool.Check(a);")]
    [InlineData("if (!gate.IsHeld) {|DVM2001:gate.Enter()|}; Pool.Check(a);")]
    [InlineData("if (!gate.IsHeld) {|DVM2002:gate.Exit()|};")]
    [InlineData("gate.Enter(); if (gate.IsHeld) gate.Exit(); {|DVM2002:gate.Exit()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Of what others may hold, the answer is believed: what is held there may be given up.</summary>
    [Theory]
    [InlineData("if (gate.IsHeld) gate.Exit();")]
    [InlineData("if (_gate.IsHeld) _gate.Exit();")]
    public Task Decided_by_the_answer(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public class C {\n[OwnedRef(Kind = \"pin\")] private Pin _pin;\nprivate readonly Gate _gate = new();\n"
        + "public void M(object o, Gate gate, bool a) {\n" + body + "\n}\n}" + World);
}
