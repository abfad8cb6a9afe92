using System.Threading.Tasks;
using Devmap.Tests.Unit.Contracts.Files;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>Lines of contract files that are not in force.</summary>
public sealed class ContractFileTests
{
    [Theory]
    [InlineData("this {|#0:aquires|}", "'aquires' is no verb; did you mean 'acquires'?")]
    [InlineData("this acquires when {|#0:ture|}", "'ture' is no condition; did you mean 'true'?")]
    [InlineData("this {|#0:borrowed|}", "'this borrowed' means nothing for a method")]
    [InlineData("{|#0:ownr releases|}", "'TryIncRef' has no parameter 'ownr'; did you mean 'owner'?")]
    [InlineData("{|#0:reader releases|}", "'TryIncRef' has no parameter 'reader'")]
    [InlineData("owner requires, {|#0:this acquires when succes true|}", "'TryIncRef' has no parameter 'succes'; did you mean 'success'?")]
    [InlineData("{|#0:this acquires count=n|}", "'TryIncRef' has no parameter 'n'")]
    [InlineData("{|#0:owner releases of=return|}", "'TryIncRef' has no parameter 'return'")]
    [InlineData("{|#0:return alias from=other|}", "'TryIncRef' has no parameter 'other'; did you mean 'owner'?")]
    [InlineData("{|#0:owner kept by=keeper|}", "'TryIncRef' has no parameter 'keeper'")]
    [InlineData("{|#0:this rejects trait=hot argument=flags|}", "'TryIncRef' has no parameter 'flags'")]
    [InlineData("this acquires, {|#0:this acquires|}", "it repeats line 2 of 1.RefContracts.txt")]
    [InlineData("this acquires, {|#0:this acquires when true|}", "it contradicts line 2 of 1.RefContracts.txt")]
    public Task IsReported(string clauses, string reason) =>
        ContractFileTest.VerifyAsync(
            "# Lib\r\nM:Lib.Index.Reader.TryIncRef(System.Object,System.Boolean@);\t" + clauses + " # why\r\n",
            "DVM3001",
            "The contract is not in force: " + reason);

    [Fact]
    public Task NothingReturned() =>
        ContractFileTest.VerifyAsync("M:Lib.Index.Reader.DecRef; {|#0:return acquires|}", "DVM3001", "The contract is not in force: 'DecRef' returns nothing");

    [Fact]
    public Task InEveryFileAndOnEveryLine() =>
        ContractFileTest.VerifyAsync(
            "M:Lib.Index.Reader.DecRef; this releases\n{|DVM3001:junk|}\n\n{|DVM3001:more junk|}",
            "M:Lib.Index.Reader.DecRef; {|DVM3001:this releases|}, this acquires kind=pin\n{|DVM3001:\0\u0001|}");

    [Theory]
    [InlineData("M:Lib.Index.Reader.TryIncRef(System.Object,System.Boolean@); this acquires when success true, owner kept by=this, return has trait=x")]
    [InlineData("M:Lib.Index.Reader.Open(System.String,System.Int32); return acquires count=mode, path kept by=return, this requires")]
    [InlineData("M:Elsewhere.A.B(System.Int32); anything releases count=something")]
    public Task AnythingElseIsNot(string file) => ContractFileTest.VerifyAsync(file);
}
