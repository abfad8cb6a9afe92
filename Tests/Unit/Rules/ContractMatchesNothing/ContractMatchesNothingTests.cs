using System.Threading.Tasks;
using Devmap.Tests.Unit.Contracts.Files;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractMatchesNothing;

/// <summary>Entries with no symbol behind them, in what is referenced and in what is not.</summary>
public sealed class ContractMatchesNothingTests
{
    [Theory]
    [InlineData("M:Lib.Index.Reader.DecReff", "'Lib.Index.Reader' has no such member; did you mean 'M:Lib.Index.Reader.DecRef'?")]
    [InlineData("M:Lib.Index.Reader.Whatever", "'Lib.Index.Reader' has no such member")]
    [InlineData("M:Lib.Index.Reader.DecRef(System.Int32)", "'Lib.Index.Reader.DecRef' has other parameters; did you mean 'M:Lib.Index.Reader.DecRef'?")]
    [InlineData("M:Lib.Index.Reader.TryIncRef(System.Object,System.Boolean)", "'Lib.Index.Reader.TryIncRef' has other parameters; did you mean 'M:Lib.Index.Reader.TryIncRef(System.Object,System.Boolean@)'?")]
    [InlineData("M:Lib.Index.Reader.Open(System.String,System.Int64)", "'Lib.Index.Reader.Open' has other parameters; did you mean 'M:Lib.Index.Reader.Open(System.String,System.Int32)'?")]
    [InlineData("M:Lib.Index.Reader.DecRef``1", "'Lib.Index.Reader' has no such member; did you mean 'M:Lib.Index.Reader.DecRef'?")]
    [InlineData("M:Lib.Index.Reader.Length", "'Lib.Index.Reader' has no such member; did you mean 'P:Lib.Index.Reader.Length'?")]
    [InlineData("P:Lib.Index.Reader.Count", "'Lib.Index.Reader' has no such member; did you mean 'F:Lib.Index.Reader.Count'?")]
    [InlineData("M:Lib.Index.Reader.Close", "'Lib.Index.Reader' inherits it; did you mean 'M:Lib.Index.Base.Close'?")]
    [InlineData("M:Lib.Index.Reader.#ctor(System.String)", "'Lib.Index.Reader.#ctor' has other parameters; did you mean 'M:Lib.Index.Reader.#ctor'?")]
    [InlineData("M:Lib.Index.Raeder.DecRef", "'Lib.Index' has no type 'Raeder'; did you mean 'Reader'?")]
    [InlineData("M:Lib.Index.Pool.Rent(System.Int32)", "'Lib.Index' has no type 'Pool'; did you mean 'Pool`1'?")]
    [InlineData("T:Lib.Index.Raeder", "'Lib.Index' has no type 'Raeder'; did you mean 'Reader'?")]
    [InlineData("T:Lib.Index.Pool`1.Slots", "'Lib.Index.Pool<T>' has no type 'Slots'")]
    [InlineData("M:System.Buffers.ArrayPool`1.Rent(System.Int64)", "'System.Buffers.ArrayPool<T>.Rent' has other parameters; did you mean 'M:System.Buffers.ArrayPool`1.Rent(System.Int32)'?")]
    public Task IsReportedOnItsId(string id, string reason) =>
        ContractFileTest.VerifyAsync(
            "# one\n  {|#0:" + id + "|} ; " + (id[0] == 'M' ? "this acquires" : "return borrowed").Replace("return borrowed", id[0] == 'T' ? "trusted" : "return borrowed"),
            "DVM3004",
            $"'{id}' matches nothing: {reason}");

    /// <summary>Namespaces are spread over assemblies: what is missing may be in one that is not referenced, or in a newer version.</summary>
    [Theory]
    [InlineData("M:Lucene.Net.Index.IndexReader.DecRef; this releases")]
    [InlineData("M:Lib.Store.Directory.Close; this releases")]
    [InlineData("M:Lib.Index.Writer.Close; this releases")]
    [InlineData("M:Lib.Index.Vector3.Close; this releases")]
    [InlineData("M:Lib.Index.Readers.Slow.Close; this releases")]
    [InlineData("M:Lib.Index.Reader`1.Close; this releases")]
    [InlineData("M:System.Threading.NewLock.Enter; this acquires kind=lock")]
    [InlineData("M:System.Nothing; this acquires")]
    [InlineData("M:Raeder.DecRef; this acquires")]
    [InlineData("A:Lib.Indx; borrowed by default")]
    [InlineData("T:Lib; trusted")]
    public Task WhatIsNotReferencedIsNotMissed(string entry) => ContractFileTest.VerifyAsync(entry);

    [Theory]
    [InlineData("M:Lib.Index.Reader.DecRef; this releases")]
    [InlineData("M:Lib.Index.Reader.#ctor; new acquires")]
    [InlineData("M:Lib.Index.Vector2.#ctor; new acquires")]
    [InlineData("F:Lib.Index.Reader.Count; this counter")]
    [InlineData("P:Lib.Index.Reader.Length; return borrowed")]
    [InlineData("M:Lib.Index.Reader.get_Length; return borrowed")]
    [InlineData("T:Lib.Index.Pool`1.Slot; trusted")]
    [InlineData("M:System.Collections.Generic.List`1.System#Collections#Generic#IEnumerable{T}#GetEnumerator; return acquires")]
    [InlineData("M:System.Decimal.op_Explicit(System.Decimal)~System.Int32; return borrowed from=value")]
    public Task WhatIsThereIsFound(string entry) => ContractFileTest.VerifyAsync(entry);
}
