import { ApiError } from '../../contract/api-error.ts';
import { type BadParam, type ParamCodecs, type ParamValues, readParams } from '../../contract/params.ts';
import { shortened } from './errors.ts';

/** CONTRACT: the message names the parameter, the value and what is accepted. */
function badParam({ codec, values }: BadParam): ApiError {
  const { name, accepted, errorType } = codec;
  const [value = ''] = values;
  const message =
    values.length > 1
      ? `Parameter "${name}" was given ${values.length} times, beginning with "${shortened(value)}"; give it once: ${accepted}.`
      : `Parameter "${name}" is "${shortened(value)}"; accepted is ${accepted}.`;
  return new ApiError({ status: 400, type: values.length > 1 ? 'invalid-parameter' : errorType, message });
}

/** The parameters of a request, read strictly: throws 400 for the first that is not as `codecs` accept it. */
export function readQuery<const Codecs extends ParamCodecs>(codecs: Codecs, request: Request): ParamValues<Codecs> {
  return readParams(codecs, new URL(request.url).searchParams, (bad) => {
    throw badParam(bad);
  });
}
