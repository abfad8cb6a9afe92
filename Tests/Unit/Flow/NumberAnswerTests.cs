using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Answers that are numbers or enum members: error codes, counts, slots.</summary>
public sealed class NumberAnswerTests
{
    [Theory]
    [InlineData("if (lent.GetOrErrno() != 0) return; lent.Put();")]
    [InlineData("int e = lent.GetOrErrno(); if (e == 0) lent.Put();")]
    [InlineData("int e = lent.GetOrErrno(); if (e < 0 || e > 0) return; lent.Put();")]
    [InlineData("if (lent.GetOrErrno() is 0) lent.Put();")]
    [InlineData("if (lent.GetOrErrno() is not 0) return; lent.Put();")]
    [InlineData("if (lent.GetIfLive() == 0) return; lent.Put();")]
    [InlineData("int k = lent.GetIfLive(); if (k != 0) lent.Put();")]
    [InlineData("if (lent.GetCount() <= 0) return; lent.Put();")]
    [InlineData("if (lent.GetCount() < 1) return; lent.Put();")]
    [InlineData("if (lent.GetCount() is > 0) lent.Put();")]
    [InlineData("int k = lent.GetCount(); if (k >= 1) lent.Put();")]
    [InlineData("if (lent.GetSlot() < 0) return; lent.Put();")]
    [InlineData("if (lent.GetSlot() == -1) return; lent.Close();")]
    [InlineData("int slot = lent.GetSlot(); if (slot >= 0) lent.Put();")]
    [InlineData("if (0 > lent.GetSlot()) return; lent.Put();")]
    [InlineData("if (lent.GetStatus() != Status.Ok) return; lent.Put();")]
    [InlineData("var s = lent.GetStatus(); if (s == Status.Busy || s == Status.Gone) return; if (s == Status.Ok) lent.Put();")]
    [InlineData("switch (lent.GetStatus()) { case Status.Ok: lent.Put(); break; case Status.Busy: break; default: return; }")]
    [InlineData("bool ok = lent.GetStatus() switch { Status.Ok => true, Status.Busy => false, _ => false }; if (ok) lent.Put();")]
    [InlineData("bool ok = lent.GetStatus() is Status.Ok; if (!ok) return; lent.Put();")]
    [InlineData("if (lent.GetStatus() is Status.Busy or Status.Gone) return; lent.Close();")]
    [InlineData("var s = lent.GetStatus(); if (s is not Status.Ok) { throw new Exception(s.ToString()); } lent.Put();")]
    [InlineData("var s = lent.GetStatus(); switch (s) { case Status.Ok when a: lent.Put(); break; case Status.Ok: lent.Put(); break; }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("if ({|DVM2001:lent.GetOrErrno()|} != 0) return;")]
    [InlineData("int e = lent.GetOrErrno(); if (e != 0) { {|DVM2002:lent.Put()|}; return; } lent.Put();")]
    [InlineData("if ({|DVM2001:lent.GetIfLive()|} == 0) return; lent.Read();")]
    [InlineData("if ({|DVM2001:lent.GetCount()|} > 1) lent.Put();")]
    [InlineData("if ({|DVM2001:lent.GetSlot()|} > 0) lent.Put();")]
    [InlineData("if (lent.GetSlot() >= -1) {|DVM2002:lent.Put()|};")]
    [InlineData("switch ({|DVM2001:lent.GetStatus()|}) { case Status.Ok: break; default: return; }")]
    [InlineData("switch (lent.GetStatus()) { case Status.Ok: lent.Put(); break; case Status.Busy: {|DVM2002:lent.Put()|}; break; }")]
    [InlineData("bool ok = {|DVM2001:lent.GetStatus()|} switch { Status.Ok => true, _ => false }; if (!ok) return;")]
    [InlineData("{|DVM2005:lent.GetOrErrno()|}; lent.Put();")]
    [InlineData("var s = {|DVM2005:lent.GetStatus()|}; lent.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
