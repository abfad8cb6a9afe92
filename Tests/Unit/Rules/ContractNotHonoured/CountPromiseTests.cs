using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractNotHonoured;

/// <summary>What a contract says of a parameter, and what the body does to it on each of its ways out.</summary>
public sealed class CountPromiseTests
{
    [Theory]
    [InlineData("public void M([AcquiresRef] Item p) { p.Get(); }")]
    [InlineData("public void M([AcquiresRef] Item p) { p?.Get(); }")]
    [InlineData("public void M([AcquiresRef(Kind = \"pin\")] Item p) { p.Pin(); }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p) => p.TryGet();")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p, bool a) { if (!a) return false; p.Get(); return true; }")]
    [InlineData("public bool M([AcquiresRef(When = When.False)] Item p) => !p.TryGet();")]
    [InlineData("public int M([AcquiresRef(When = When.Zero)] Item p) => p.TryGet() ? 0 : -5;")]
    [InlineData("public int M([AcquiresRef(When = When.NonNegative)] Item p) { if (!p.TryGet()) return -1; return 7; }")]
    [InlineData("public object M([AcquiresRef(When = When.NotNull)] Item p) => p.TryGet() ? new object() : null;")]
    [InlineData("public void M([AcquiresRef(WhenParameter = \"ok\", When = When.True)] Item p, ref bool ok) { ok = p.TryGet(); }")]
    [InlineData("public bool M([ReleasesRef(When = When.True)] Item p) { if (p.IsAlive) { p.Put(); return true; } return false; }")]
    [InlineData("public void M([ReleasesRef(Idempotent = true)] Item p, bool a) { if (a) p.Close(); }")]
    [InlineData("public void M([AcquiresRef, AcquiresRef(Kind = \"pin\")] Item p) { p.Get(); p.Pin(); }")]
    [InlineData("private void M([ReleasesRef] Item p, Item other) { p.Put(); other.Get(); other.Put(); }")]
    [InlineData("[TrustedContract] public void M([AcquiresRef] Item p) { Console.WriteLine(p); }")]
    [InlineData("public void M([AcquiresRef] Item p) { }")]
    [InlineData("public void M([AcquiresRef] Item p) => throw new NotSupportedException();")]
    [InlineData("public void M([AcquiresRef] Item p) { if (p == null) throw new ArgumentNullException(); p.Get(); }")]
    public Task Kept(string member) => CountedCode.VerifyMembersAsync(member);

    [Theory]
    [InlineData("public void M([AcquiresRef] Item p, bool a) { if (a) { {|DVM3002:return;|} } p.Get(); }")]
    [InlineData("public void M([AcquiresRef] Item p) { Console.WriteLine(p); {|DVM3002:}|}")]
    [InlineData("public void M([AcquiresRef] Item p) { p.Get(); p.Get(); {|DVM3002:}|}")]
    [InlineData("public void M([AcquiresRef(Kind = \"pin\")] Item p) { p.Get(); {|DVM3002:}|}")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p) { p.TryGet(); {|DVM3002:return true;|} }", "TryGet")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p) => {|DVM3002:!p.TryGet()|};")]
    [InlineData("public int M([AcquiresRef(When = When.Zero)] Item p) { if (!p.TryGet()) return -5; {|DVM3002:return 1;|} }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p) { p.Get(); if (!p.IsAlive) { {|DVM3002:return false;|} } return true; }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p, bool a) { p.Get(); if (a) { {|DVM3002:throw new Exception();|} } return true; }")]
    [InlineData("public void M([AcquiresRef(WhenParameter = \"ok\", When = When.True)] Item p, ref bool ok) { ok = true; {|DVM3002:}|}")]
    [InlineData("public bool M([ReleasesRef(When = When.True)] Item p) { p.Put(); if (p.IsAlive) return true; {|DVM3002:return false;|} }")]
    [InlineData("public bool M([ReleasesRef(When = When.True)] Item p) { if (p.IsAlive) { {|DVM3002:return true;|} } return false; }")]
    [InlineData("private void M([ReleasesRef] Item p, Item other) { p.Put(); other.Put(); {|DVM3002:}|}")]
    [InlineData("private void M([ReleasesRef] Item p, Item other) { p.Put(); other.Get(); {|DVM3002:}|}")]
    public Task Broken(string member, string alsoUnchecked = null!)
    {
        if (alsoUnchecked is not null)
        {
            // The answer that nobody asks for is the mistake; the promise breaks with it.
            member = member.Replace("p.TryGet();", "{|DVM2005:p.TryGet()|};").Replace("{|DVM3002:return true;|}", "return true;");
        }

        return CountedCode.VerifyMembersAsync(member);
    }

    // Nobody can tell what the answer is, or what became of the object.
    [Theory]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item p, Func<bool> f) { p.Get(); return f(); }")]
    [InlineData("public void M([AcquiresRef] Item p, Action<Item> f) { f(p); }")]
    [InlineData("public void M([AcquiresRef(Count = \"n\")] Item p, int n) { for (int i = 0; i < n; i++) p.Get(); }")]
    public Task Silent(string member) => CountedCode.VerifyMembersAsync(member);
}
