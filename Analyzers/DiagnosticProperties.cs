namespace Devmap.Analyzers;

/// <summary>
/// Keys of <see cref="Microsoft.CodeAnalysis.Diagnostic.Properties"/>: what the analysis found out and a code fix,
/// an editor or a report writer may need, so that nobody has to analyse the body a second time.
/// </summary>
public static class DiagnosticProperties
{
    /// <summary>
    /// The whole story, one numbered line a step, in the order in which the path takes them. Step <c>n</c> stands at
    /// additional location <c>n - 1</c>.
    /// </summary>
    public const string Story = "Devmap.Story";

    /// <summary>
    /// What each step of <see cref="Story"/> is, one word a step, separated by <c>;</c>: <c>acquire</c>, <c>lookup</c>,
    /// <c>release</c>, <c>branch</c>, <c>throw</c>, <c>call</c> of a lambda or local function that is followed, and <c>end</c> for the last.
    /// </summary>
    public const string StoryRoles = "Devmap.StoryRoles";

    /// <summary>What stands in a baseline for this report: stable where lines move.</summary>
    public const string Fingerprint = "Devmap.Fingerprint";

    /// <summary>The local or parameter that names the object; absent where no simple name does.</summary>
    public const string Object = "Devmap.Object";

    /// <summary>The owned field or property that the diagnostic speaks of; absent where none is involved.</summary>
    public const string Slot = "Devmap.Slot";

    /// <summary>The kind of reference: <c>ref</c>, <c>pin</c>, …</summary>
    public const string Kind = "Devmap.Kind";

    /// <summary>
    /// How a reference of <see cref="Kind"/> on the object is given up: a call with <c>{0}</c> in the place of the
    /// object, <c>{0}.Put()</c> for example. Absent where no call fits.
    /// </summary>
    public const string ReleaseCall = "Devmap.ReleaseCall";

    /// <summary>Of a release to the wrong lender: the variable or field that names the right one; absent where none does.</summary>
    public const string Lender = "Devmap.Lender";

    /// <summary>Of a count mismatch: the count that is given up, as it stands in the source.</summary>
    public const string ReleasedCount = "Devmap.ReleasedCount";

    /// <summary>Of a count mismatch: the variable that has the right count; absent where none has.</summary>
    public const string ObtainedCount = "Devmap.ObtainedCount";

    /// <summary>As <see cref="ReleaseCall"/>, for the conditional acquire that answers with a <see langword="bool"/>: <c>{0}.TryGet()</c>.</summary>
    public const string TryAcquireCall = "Devmap.TryAcquireCall";

    /// <summary>
    /// As <see cref="ReleaseCall"/>, for an acquire that needs no answer, <c>{0}.Get()</c>, where something keeps the object
    /// already.
    /// </summary>
    public const string AcquireCall = "Devmap.AcquireCall";

    /// <summary>Of a surplus release: <c>true</c> where it is right on another path, so that it cannot just go.</summary>
    public const string RightElsewhere = "Devmap.RightElsewhere";

    /// <summary>Of a missing reference: <c>true</c> where the call takes one itself, on top of one that there has to be.</summary>
    public const string TakesOne = "Devmap.TakesOne";

    /// <summary>
    /// Of a leak: where the body is left with the reference still held: start positions of the <c>return</c>,
    /// <c>throw</c> or last statement, separated by <c>;</c>. The word <c>end</c> is the end of the body.
    /// </summary>
    public const string LeakExits = "Devmap.LeakExits";

    /// <summary>Of a leak: <c>exit</c>, or <c>overwrite</c> where the last name of the object gets another value, or <c>dropped</c> where it never had a name.</summary>
    public const string LeakShape = "Devmap.LeakShape";

    /// <summary>Of a leak: <c>true</c> where the exception of a call is a way out: no statement stands there before which to release.</summary>
    public const string LeakByCall = "Devmap.LeakByCall";

    /// <summary>Of an unchecked acquire: the answer that means success: <c>true</c>, <c>false</c>, <c>notnull</c>, <c>zero</c>, …</summary>
    public const string SuccessWhen = "Devmap.SuccessWhen";

    /// <summary>Of an invalid contract: the property of the attribute that names something which does not exist.</summary>
    public const string ContractProperty = "Devmap.ContractProperty";

    /// <summary>Of an invalid contract: the name that was probably meant by <see cref="ContractProperty"/>.</summary>
    public const string Suggestion = "Devmap.Suggestion";

    /// <summary>Of a rejected trait: the constant that asks for what is rejected, <c>GupFlags.LongTerm</c> for example, as C#.</summary>
    public const string RejectedFlag = "Devmap.RejectedFlag";

    /// <summary>Of a rejected trait: the bool member that tests for it, <c>IsFsDax</c> for example; absent where the type has none.</summary>
    public const string TraitTest = "Devmap.TraitTest";

    /// <summary>Of a rejected trait of a member of an object: <c>true</c> where a reference keeps the object itself alive on this path.</summary>
    public const string OwnerIsHeld = "Devmap.OwnerIsHeld";

    /// <summary>Of a teardown: the call that has to come before the removal, as C#; absent where nothing at hand can make it.</summary>
    public const string MissingCall = "Devmap.MissingCall";

    /// <summary>
    /// Of a contract that can be declared: one line for each attribute, <c>target=attribute</c>; the target is <c>this</c>,
    /// <c>return</c> or the name of a parameter.
    /// </summary>
    public const string Contract = "Devmap.Contract";

    /// <summary>Of a method that is not described: the lines of a contract file that would describe it and those that go with it.</summary>
    public const string ContractEntries = "Devmap.ContractEntries";
}
