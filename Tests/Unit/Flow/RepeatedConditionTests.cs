using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The same condition asked twice has the same answer, unless something between may have changed it.</summary>
public sealed class RepeatedConditionTests
{
    private const string Fields = """
        private bool _flag; private readonly bool _fixed; private int _mode; private Status _status; private readonly object _gate = new();
        public bool Flag { get; } public bool Changing { get => _flag; set => _flag = value; }

        """;

    [Theory]
    [InlineData("if (a) lent.Get(); Pool.Check(b); if (a) lent.Put();")]
    [InlineData("if (!a) lent.Get(); if (a) return; lent.Put();")]
    [InlineData("if (a && b) lent.Get(); if (a && b) lent.Put();")]
    [InlineData("if (a || b) lent.Get(); if (!a && !b) return; lent.Put();")]
    [InlineData("if (n > 0) lent.Get(); if (n > 0) lent.Put();")]
    [InlineData("if (n == 3) lent.Get(); if (n != 3) return; lent.Put();")]
    [InlineData("if (n >= 1) lent.Get(); if (n <= 0) return; lent.Put();")]
    [InlineData("if (s == Status.Busy) lent.Get(); if (s != Status.Busy) return; lent.Put();")]
    [InlineData("switch (s) { case Status.Ok: lent.Get(); break; } if (s == Status.Ok) lent.Put();")]
    [InlineData("if (s is Status.Ok or Status.Busy) lent.Get(); if (s is not (Status.Ok or Status.Busy)) return; lent.Put();")]
    [InlineData("bool c = a && n > 0; if (c) lent.Get(); if (c) lent.Put();")]
    [InlineData("bool c = !a; if (c) lent.Get(); if (!a) lent.Put();")]
    [InlineData("if (o != null) lent.Get(); if (o == null) return; lent.Put();")]
    [InlineData("if (o is string) lent.Get(); if (o is string) lent.Put();")]
    [InlineData("if (_fixed) lent.Get(); Pool.Check(a); if (_fixed) lent.Put();")]
    [InlineData("if (_flag) lent.Get(); if (_flag) lent.Put();")]
    [InlineData("if (Flag) lent.Get(); Pool.Check(a); if (Flag) lent.Put();")]
    [InlineData("if (Changing) lent.Get(); if (Changing) lent.Put();")]
    [InlineData("if (_mode == 2) lent.Get(); if (_mode == 2) lent.Put();")]
    [InlineData("if (_status != Status.Ok) lent.Get(); if (_status != Status.Ok) lent.Put();")]
    [InlineData("if (a) lent.Get(); try { lent.Read(); } finally { if (a) lent.Put(); }")]
    [InlineData("if (a) lent.Get(); for (int i = 0; i < n; i++) { lent.Read(); } if (a) lent.Put();")]
    [InlineData("int k = 0; if (a) { lent.Get(); k = 1; } if (k == 1) lent.Put();")]
    [InlineData("bool got = false; if (a) { lent.Get(); got = true; } if (b) Pool.Check(a); if (got) lent.Put();")]
    [InlineData("Item got = null; if (a) { lent.Get(); got = lent; } if (got != null) got.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if (a) {|DVM2001:lent.Get()|}; if (b) lent.Read();")]
    [InlineData("if (a) {|DVM2001:lent.Get()|}; if (!a) {|DVM2002:lent.Put()|};")]
    [InlineData("if (n > 0) {|DVM2001:lent.Get()|}; if (n > 1) lent.Put();")]
    [InlineData("if (n > 1) lent.Get(); if (n > 0) {|DVM2002:lent.Put()|};")]
    [InlineData("if (a || b) {|DVM2001:lent.Get()|}; if (a && b) lent.Put();")]
    [InlineData("if (s == Status.Busy) {|DVM2001:lent.Get()|}; if (s == Status.Gone) {|DVM2002:lent.Put()|};")]
    [InlineData("if (a) {|DVM2001:lent.Get()|}; a = b; if (a) {|DVM2002:lent.Put()|};")]
    [InlineData("if (_fixed) {|DVM2001:lent.Get()|}; if (!_fixed) {|DVM2002:lent.Put()|};")]
    [InlineData("bool got = false; if (a) { {|DVM2001:lent.Get()|}; got = true; } got = false; if (got) lent.Put();")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>A field that others may write between the two tests: whether the answers agree cannot be known.</summary>
    [Theory]
    [InlineData("if (_flag) lent.Get(); Pool.Check(a); if (_flag) lent.Put();")]
    [InlineData("if (Changing) lent.Get(); Pool.Check(a); if (Changing) lent.Put();")]
    [InlineData("if (_flag) lent.Get(); Changing = a; if (_flag) lent.Put();")]
    [InlineData("if (_mode > 0) lent.Get(); Pool.Check(a); if (_mode > 0) lent.Put();")]
    public Task Silent(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyMembersAsync(Fields + "public void M(Item lent, bool a, bool b, int n, Status s, object o) {\n" + body + "\n}");
}
